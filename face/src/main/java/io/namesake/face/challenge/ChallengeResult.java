package io.namesake.face.challenge;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a recording shows. Nothing in here describes a face.
 *
 * @param movements what became of each movement, in the order in which they were asked for
 * @param flaws what is wrong with the recording as a whole
 * @param neutral the frame, counted from 0, in which the person looks straight into the camera: the one to compare with the
 *     document, so that nobody lends movements to somebody else's picture; empty when there is none
 */
public record ChallengeResult(List<ShownMovement> movements, Set<ChallengeFlaw> flaws, OptionalInt neutral) {
    public ChallengeResult {
        movements = List.copyOf(movements);
        flaws = Set.copyOf(flaws);
    }

    /** Every movement was shown by one face that has depth, and nothing speaks against it. */
    public boolean passed() {
        return flaws.isEmpty()
                && neutral.isPresent()
                && movements.stream().allMatch(shown -> shown.finding() == ShownMovement.Finding.SHOWN);
    }

    /** Whether something contradicts a living person before the camera. */
    public boolean isContradicted() {
        return flaws.stream().anyMatch(ChallengeFlaw::isContradiction);
    }
}
