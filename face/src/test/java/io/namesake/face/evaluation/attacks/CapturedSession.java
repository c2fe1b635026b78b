package io.namesake.face.evaluation.attacks;

import io.namesake.face.AttackFusion;
import io.namesake.face.FaceVerifier;
import io.namesake.face.Grade;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.face.Role;
import io.namesake.face.Verification;
import io.namesake.face.challenge.Challenge;
import io.namesake.face.challenge.ChallengeFrame;
import io.namesake.face.challenge.ChallengeRecording;
import io.namesake.face.challenge.ChallengeResult;
import io.namesake.face.engine.FacePipeline;
import io.namesake.face.engine.FaceSelection;
import io.namesake.face.engine.Stopwatch;
import io.namesake.face.engine.UnusablePicture;
import io.namesake.face.engine.attack.AttackMeasures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of one capture session.
 *
 * @param selfie what the passive check measured in it; empty when there is none
 * @param passedChallenge false as well where nothing depends on it
 * @param matches whether the selfie shows the person of the document, to the comparison; false as well where nothing depends on it
 */
record CapturedSession(Optional<List<Double>> selfie, boolean passedChallenge, boolean matches) {

    boolean suspectedBy(AttackFusion fusion) {
        return suspects(fusion, selfie);
    }

    boolean passed(AttackFusion fusion) {
        return passedChallenge && !suspectedBy(fusion);
    }

    /** Whether its end is that the person of the document was there. */
    boolean accepted(AttackFusion fusion) {
        return passed(fusion) && matches;
    }

    /** What shows nobody is no selfie, and as good as suspected. */
    static boolean suspects(AttackFusion fusion, Optional<List<Double>> measures) {
        return measures.map(of -> fusion.judge(AttackMeasures.named(of)).finding() == Finding.SUSPECTED)
                .orElse(true);
    }

    /** Judges sessions as the server does: the challenge chooses the selfie, and the passive check looks at that. */
    record Judges(FaceVerifier verifier, FacePipeline pipeline) {
        /**
         * @param straight the frames before the first prompt
         * @param moving those after it
         * @param measures of the straight ones
         * @param document a picture of the person who is to be verified
         */
        CapturedSession judge(
                byte[] document,
                Challenge challenge,
                List<ChallengeFrame> straight,
                List<ChallengeFrame> moving,
                List<Optional<List<Double>>> measures) {
            List<ChallengeFrame> frames = new ArrayList<>(straight);
            frames.addAll(moving);
            ChallengeResult result = verifier.judge(new ChallengeRecording(challenge, frames));
            if (result.neutral().isEmpty()) {
                return new CapturedSession(Optional.empty(), false, false);
            }
            int selfie = result.neutral().getAsInt();
            boolean matches =
                    result.passed() && match(document, straight.get(selfie).image());
            return new CapturedSession(measures.get(selfie), result.passed(), matches);
        }

        private boolean match(byte[] document, byte[] selfie) {
            return verifier.verify(document, selfie) instanceof Verification.Compared compared
                    && compared.comparison().grade() == Grade.MATCH;
        }

        /** What the passive check measures in a frame; empty when nobody is in it. */
        Optional<List<Double>> measures(ChallengeFrame frame) {
            try {
                return pipeline.attackMeasures(
                        pipeline.locate(frame.image(), Role.SELFIE, FaceSelection.STRICT, new Stopwatch()));
            } catch (UnusablePicture nobodyToJudge) {
                return Optional.empty();
            }
        }
    }
}
