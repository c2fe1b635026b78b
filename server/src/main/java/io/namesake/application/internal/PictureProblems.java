package io.namesake.application.internal;

import io.namesake.face.UnusableReason;
import io.namesake.problem.ProblemType;

/** What is wrong with a picture, as a problem type. Each code of the face library is a slug of ours; a test compares them. */
final class PictureProblems {

    private PictureProblems() {}

    static ProblemType of(UnusableReason reason) {
        return switch (reason) {
            case NOT_AN_IMAGE -> ProblemType.NOT_AN_IMAGE;
            case UNSUPPORTED_FORMAT -> ProblemType.UNSUPPORTED_FORMAT;
            case TOO_MANY_BYTES -> ProblemType.IMAGE_TOO_LARGE;
            case TOO_MANY_PIXELS -> ProblemType.TOO_MANY_PIXELS;
            case IMAGE_DAMAGED -> ProblemType.IMAGE_DAMAGED;
            case IMAGE_TOO_SMALL -> ProblemType.IMAGE_TOO_SMALL;
            case NO_FACE -> ProblemType.NO_FACE;
            case SEVERAL_FACES -> ProblemType.SEVERAL_FACES;
            case FACE_TOO_SMALL -> ProblemType.FACE_TOO_SMALL;
        };
    }
}
