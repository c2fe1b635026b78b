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
 * @param reminded how many reminders of the next stage there were
 */
record CaseState(Standing standing, List<ExtensionCause> extensions, int appeals, Set<UUID> deciders, int reminded) {

    CaseState {
        extensions = List.copyOf(extensions);
        deciders = Set.copyOf(deciders);
    }

    /** A new case. */
    static CaseState opened(Instant now) {
        return new CaseState(new NoticeDue(now), List.of(), 0, Set.of(), 0);
    }

    CaseState at(Standing next) {
        return new CaseState(next, extensions, appeals, deciders, reminded);
    }

    /** One reminder more. */
    CaseState reminded(Standing next) {
        return new CaseState(next, extensions, appeals, deciders, reminded + 1);
    }

    /** At a place whose next stage nobody has been reminded of. */
    CaseState anew(Standing next) {
        return new CaseState(next, extensions, appeals, deciders, 0);
    }

    CaseState extended(ExtensionCause cause) {
        var more = new ArrayList<>(extensions);
        more.add(cause);
        return new CaseState(standing, more, appeals, deciders, reminded);
    }

    CaseState appealed() {
        return new CaseState(standing, extensions, appeals + 1, deciders, reminded);
    }

    CaseState decidedBy(UUID person) {
        var more = new HashSet<>(deciders);
        more.add(person);
        return new CaseState(standing, extensions, appeals, more, reminded);
    }

    /** Until when one can appeal against the line's end; empty before that, and when every appeal was used. */
    Optional<Instant> appealUntil(Terms terms) {
        return standing instanceof Deactivated(var since, var rest)
                        && appeals < terms.appeal().atMost()
                ? Optional.of(since.plus(terms.appeal().window()))
                : Optional.empty();
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

    /** What will be limited after the next step, where that is one of the timer's and limits anything. */
    Set<Limit> limitsOfNextStage(Terms terms) {
        return standing instanceof Running(var ignored, int stage)
                        && stage < terms.stages().size()
                ? terms.limits(stage + 1)
                : Set.of();
    }

    /** When there is something to do by itself, a reminder or a step; empty while the clock does not run. */
    Optional<Instant> dueAt(Terms terms) {
        return isReminderNext(terms)
                ? nextStepAt(terms).map(step -> step.minus(terms.reminders().get(reminded)))
                : nextStepAt(terms);
    }

    /** Whether a reminder comes before the next step. */
    boolean isReminderNext(Terms terms) {
        return standing instanceof Running && reminded < terms.reminders().size();
    }

    /** When the next step follows by itself; empty while the clock does not run. */
    Optional<Instant> nextStepAt(Terms terms) {
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
