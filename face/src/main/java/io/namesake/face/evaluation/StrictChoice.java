package io.namesake.face.evaluation;

import io.namesake.face.Role;
import io.namesake.face.engine.FaceSelection;
import io.namesake.face.engine.UnusablePicture;
import io.namesake.face.engine.Watch;
import io.namesake.face.engine.decode.Picture;
import io.namesake.face.engine.network.DetectedFace;
import java.util.List;

/** Hears which faces a picture shows, and says what {@link io.namesake.face.FaceVerifier} would have made of them. */
final class StrictChoice implements Watch {
    /** What becomes of a picture. */
    enum Outcome {
        SAME_FACE,
        OTHER_FACE,
        REFUSED
    }

    private Picture picture;
    private List<DetectedFace> faces = List.of();
    private DetectedFace chosen;

    @Override
    public void decoded(Picture decoded) {
        picture = decoded;
    }

    @Override
    public void detected(List<DetectedFace> detected) {
        faces = List.copyOf(detected);
    }

    @Override
    public void chose(DetectedFace face) {
        chosen = face;
    }

    /** To be asked of a picture in which a face was found. */
    Outcome outcome(Role role) {
        try {
            return FaceSelection.STRICT.choose(faces, picture, role).equals(chosen)
                    ? Outcome.SAME_FACE
                    : Outcome.OTHER_FACE;
        } catch (UnusablePicture several) {
            return Outcome.REFUSED;
        }
    }
}
