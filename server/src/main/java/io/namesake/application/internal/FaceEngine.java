package io.namesake.application.internal;

import io.namesake.face.Assessment;
import io.namesake.face.Role;
import io.namesake.face.Verification;
import io.namesake.face.challenge.ChallengeRecording;
import io.namesake.face.challenge.ChallengeResult;
import io.namesake.face.challenge.Movement;
import java.util.Set;

/**
 * What the road needs of the face library. Two pictures of one application go in, findings come out; a template exists only
 * inside, for the time of one call.
 */
interface FaceEngine {

    /** Looks at one picture: is there one face that can be compared, and what would make a better picture? */
    Assessment assess(byte[] picture, Role role);

    /** Compares one selfie with the portrait in one document. */
    Verification verify(byte[] document, byte[] selfie);

    /** Judges whether the frames of one session show the movements that were asked for. */
    ChallengeResult judge(ChallengeRecording recording);

    /** The movements that can be judged. */
    Set<Movement> movements();
}
