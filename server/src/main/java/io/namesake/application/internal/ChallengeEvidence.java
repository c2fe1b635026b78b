package io.namesake.application.internal;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a challenge found, kept beside the selfie that came out of it. Codes of closed lists; nothing that describes a face.
 *
 * @param passed whether the selfie beside it is the neutral frame of a passed challenge
 * @param movements what became of each, as {@code TURN_LEFT:SHOWN}
 * @param doubts why a person should look; those of earlier attempts stay
 * @param signs what else was noticed, for whoever looks
 */
record ChallengeEvidence(boolean passed, List<String> movements, List<String> doubts, List<String> signs) {
    ChallengeEvidence {
        movements = List.copyOf(movements);
        doubts = List.copyOf(doubts);
        signs = List.copyOf(signs);
    }

    /** The same with the doubts of an earlier attempt: what contradicted a person once is not forgotten because of a later try. */
    ChallengeEvidence after(ChallengeEvidence earlier) {
        var all = new TreeSet<>(
                Stream.concat(doubts.stream(), earlier.doubts.stream()).toList());
        return new ChallengeEvidence(passed, movements, List.copyOf(all), signs);
    }

    /** For a selfie that came out of no challenge. */
    static ChallengeEvidence none() {
        return new ChallengeEvidence(false, List.of(), List.of(), List.of());
    }
}
