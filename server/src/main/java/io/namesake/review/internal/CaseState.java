package io.namesake.review.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands.
 *
 * @param opinions what was found so far, in order; those that a new beginning made void are not among them
 * @param barred who decided against this applicant in an earlier case: nobody is judged twice by the same person
 * @param assignedTo who is to settle a disagreement; null until a supervisor has named somebody
 */
record CaseState(
        CaseKind kind,
        Stage stage,
        @Nullable Lock lock,
        List<Opinion> opinions,
        Set<UUID> barred,
        @Nullable UUID assignedTo) {

    CaseState {
        opinions = List.copyOf(opinions);
        barred = Set.copyOf(barred);
    }

    static CaseState opened(CaseKind kind, Set<UUID> barred) {
        return new CaseState(kind, Stage.OPEN, null, List.of(), barred, null);
    }

    /** The lock, if it holds now. */
    Optional<Lock> lockAt(Instant now) {
        return Optional.ofNullable(lock).filter(held -> held.holds(now));
    }

    boolean isLockedBy(UUID staff, Instant now) {
        return lockAt(now).filter(held -> held.staff().equals(staff)).isPresent();
    }

    boolean hasFound(UUID staff) {
        return opinions.stream().anyMatch(opinion -> opinion.staff().equals(staff));
    }

    CaseState locked(@Nullable Lock next) {
        return new CaseState(kind, stage, next, opinions, barred, assignedTo);
    }

    /** Nobody works on it, and it is this far. */
    CaseState at(Stage next, List<Opinion> found) {
        return new CaseState(kind, next, null, found, barred, next == Stage.DISPUTED ? null : assignedTo);
    }

    CaseState assigned(UUID staff) {
        return new CaseState(kind, stage, null, opinions, barred, staff);
    }

    /** Begins anew; who works on it goes on. */
    CaseState anew() {
        return new CaseState(kind, Stage.OPEN, lock, List.of(), barred, null);
    }

    /** Begins anew, without pictures. */
    CaseState anewInPerson(@Nullable Lock kept) {
        return new CaseState(CaseKind.ATTENDED, Stage.OPEN, kept, List.of(), barred, null);
    }
}
