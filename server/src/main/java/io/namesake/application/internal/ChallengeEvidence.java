package io.namesake.application.internal;

import io.namesake.face.challenge.ChallengeFlaw;
import io.namesake.face.challenge.ChallengeResult;
import java.util.List;
import java.util.Set;
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

    /** What was found in the frames and in what the device says of them. @param inFrames the signs in the frames themselves */
    static ChallengeEvidence of(ChallengeResult result, Set<CaptureSign> inFrames, CaptureFacts facts) {
        var signs = Stream.concat(inFrames.stream(), Injection.inReactions(result.movements(), facts).stream())
                .toList();
        var doubts = Stream.concat(
                        result.flaws().stream()
                                .filter(ChallengeFlaw::isContradiction)
                                .map(Enum::name),
                        signs.stream().filter(CaptureSign::isDoubt).map(Enum::name))
                .sorted()
                .toList();
        return new ChallengeEvidence(
                result.passed() && doubts.isEmpty(),
                result.movements().stream()
                        .map(shown -> shown.movement() + ":" + shown.finding())
                        .toList(),
                doubts,
                signs.stream().map(Enum::name).sorted().toList());
    }

    /** The same with the doubts of an earlier attempt: what contradicted a person once is not forgotten because of a later try. */
    ChallengeEvidence after(ChallengeEvidence earlier) {
        var all = new TreeSet<>(
                Stream.concat(doubts.stream(), earlier.doubts.stream()).toList());
        return new ChallengeEvidence(passed, movements, List.copyOf(all), signs);
    }

    /** What stays of a challenge of which no frame is kept: no selfie came out of it, and its doubts are not forgotten. */
    ChallengeEvidence withoutSelfie() {
        return new ChallengeEvidence(false, List.of(), doubts, signs);
    }

    /** For a selfie that came out of no challenge. */
    static ChallengeEvidence none() {
        return new ChallengeEvidence(false, List.of(), List.of(), List.of());
    }
}
