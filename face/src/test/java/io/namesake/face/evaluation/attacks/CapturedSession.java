package io.namesake.face.evaluation.attacks;

import io.namesake.face.FaceVerifier;
import io.namesake.face.Role;
import io.namesake.face.challenge.Challenge;
import io.namesake.face.challenge.ChallengeFrame;
import io.namesake.face.challenge.ChallengeRecording;
import io.namesake.face.challenge.ChallengeResult;
import io.namesake.face.engine.FacePipeline;
import io.namesake.face.engine.FaceSelection;
import io.namesake.face.engine.LocatedFace;
import io.namesake.face.engine.Stopwatch;
import io.namesake.face.engine.UnusablePicture;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of one capture session.
 *
 * @param margin how far the passive check is from suspecting the selfie, in log-odds; below 0 it does; infinitely far when there is no selfie
 * @param passedChallenge false as well where nothing depends on it
 */
record CapturedSession(double margin, boolean passedChallenge) {
    private static final CapturedSession WITHOUT_SELFIE = new CapturedSession(Double.NEGATIVE_INFINITY, false);

    /** @param limit margin from which the passive check suspects nothing */
    boolean passed(double limit) {
        return passedChallenge && margin >= limit;
    }

    /** Judges sessions as the server does: the challenge chooses the selfie, and the passive check looks at that. */
    record Judges(FaceVerifier verifier, FacePipeline pipeline) {
        /**
         * @param straight the frames before the first prompt
         * @param moving those after it
         * @param margins of the straight ones
         */
        CapturedSession judge(
                Challenge challenge, List<ChallengeFrame> straight, List<ChallengeFrame> moving, List<Double> margins) {
            List<ChallengeFrame> frames = new ArrayList<>(straight);
            frames.addAll(moving);
            ChallengeResult result = verifier.judge(new ChallengeRecording(challenge, frames));
            return result.neutral().isPresent()
                    ? new CapturedSession(margins.get(result.neutral().getAsInt()), result.passed())
                    : WITHOUT_SELFIE;
        }

        /** How far the passive check is from suspecting a frame, in log-odds; infinitely far below 0 when nobody is in it. */
        double margin(ChallengeFrame frame) {
            try {
                LocatedFace face = pipeline.locate(frame.image(), Role.SELFIE, FaceSelection.STRICT, new Stopwatch());
                return AttackFindings.margin(pipeline.presentationAttack(face, new Stopwatch()));
            } catch (UnusablePicture nobodyToJudge) {
                return Double.NEGATIVE_INFINITY;
            }
        }
    }
}
