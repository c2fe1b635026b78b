package io.namesake.remediation.internal;

import io.namesake.registry.Limit;
import io.namesake.remediation.internal.Standing.Appealed;
import io.namesake.remediation.internal.Standing.AwaitingDecision;
import io.namesake.remediation.internal.Standing.Deactivated;
import io.namesake.remediation.internal.Standing.NoticeDue;
import io.namesake.remediation.internal.Standing.Running;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * All of a case that decides what can follow.
 *
 * @param standing where it stands
 * @param extensions what was granted so far, in order
 * @param appeals how many appeals there were
 * @param deciders which people have decided something in it
 */
record CaseState(Standing standing, List<ExtensionCause> extensions, int appeals, Set<UUID> deciders) {

    CaseState {
        extensions = List.copyOf(extensions);
        deciders = Set.copyOf(deciders);
    }

    /** A new case. */
    static CaseState opened(Instant now) {
        return new CaseState(new NoticeDue(now), List.of(), 0, Set.of());
    }

    CaseState at(Standing next) {
        return new CaseState(next, extensions, appeals, deciders);
    }

    CaseState extended(ExtensionCause cause) {
        var more = new ArrayList<>(extensions);
        more.add(cause);
        return new CaseState(standing, more, appeals, deciders);
    }

    CaseState appealed() {
        return new CaseState(standing, extensions, appeals + 1, deciders);
    }

    CaseState decidedBy(UUID person) {
        var more = new HashSet<>(deciders);
        more.add(person);
        return new CaseState(standing, extensions, appeals, more);
    }

    /** What the case limits on its line now. */
    Set<Limit> limits(Terms terms) {
        return switch (standing) {
            case Running(var ignored, int stage) -> terms.limits(stage);
            case AwaitingDecision _ -> terms.limits(terms.stages().size());
            case Appealed(var ignored, int stage, var rest) -> terms.limits(stage);
            default -> Set.of();
        };
    }

    /** When something follows by itself; empty while the clock does not run. */
    Optional<Instant> dueAt(Terms terms) {
        return switch (standing) {
            case NoticeDue(var since) -> Optional.of(since.plus(terms.reachWithin()));
            case Running(var zero, int stage) ->
                Optional.of(zero.plus(
                        stage < terms.stages().size()
                                ? terms.stages().get(stage).after()
                                : terms.decisionAfter()));
            case Deactivated(var ignored, var until) -> Optional.of(until);
            default -> Optional.empty();
        };
    }
}
