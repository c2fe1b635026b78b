package io.namesake.remediation.internal;

import io.namesake.remediation.SettledCause;
import io.namesake.remediation.internal.Effect.Deactivate;
import io.namesake.remediation.internal.Effect.Escalate;
import io.namesake.remediation.internal.Effect.Notify;
import io.namesake.remediation.internal.Effect.Reinstate;
import io.namesake.remediation.internal.Effect.SetLimits;
import io.namesake.remediation.internal.Standing.Appealed;
import io.namesake.remediation.internal.Standing.AwaitingDecision;
import io.namesake.remediation.internal.Standing.Deactivated;
import io.namesake.remediation.internal.Standing.Ended;
import io.namesake.remediation.internal.Standing.NoticeDue;
import io.namesake.remediation.internal.Standing.Running;
import io.namesake.remediation.internal.Standing.Settled;
import io.namesake.remediation.internal.Standing.Unreached;
import io.namesake.remediation.internal.Step.Bar;
import io.namesake.remediation.internal.Step.Barred;
import io.namesake.remediation.internal.Step.Nothing;
import io.namesake.remediation.internal.Step.To;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;

/**
 * How a case moves. A pure function; nothing else changes where a case stands.
 *
 * <p>Its laws: the clock starts with a notice that is known to have arrived; time alone never ends a line, a person does; each stage
 * lasts its whole time, even when the server was away, and none comes without its reminders; an appeal stops the clock at once, and neither it nor what follows it is
 * decided by somebody who decided in the case before; the last appeal is left for after the end; settling undoes everything.
 */
final class RemediationMachine {

    private RemediationMachine() {}

    static Step next(CaseState state, Terms terms, Event event, Instant now) {
        if (state.standing().phase().isFinal()) {
            return event instanceof Event.Timer || event instanceof Event.Reached
                    ? new Nothing()
                    : new Barred(Bar.CLOSED);
        }
        return switch (event) {
            case Event.Reached(var arrived) -> reached(state, terms, arrived);
            case Event.Timer _ -> timer(state, terms, now);
            case Event.Extend(var cause) -> extend(state, terms, cause, now);
            case Event.Appeal _ -> appeal(state, terms, now);
            case Event.DecideAppeal(boolean granted, var by) -> decideAppeal(state, granted, by, now);
            case Event.Decide(boolean deactivate, var by) -> decide(state, terms, deactivate, by, now);
            case Event.Settle(var cause) -> settle(state, cause);
        };
    }

    private static Step reached(CaseState state, Terms terms, Instant arrived) {
        return switch (state.standing()) {
            case NoticeDue _, Unreached _ -> new To(state.at(new Running(arrived.plus(granted(state, terms)), 0)));
            default -> new Nothing();
        };
    }

    /** What was granted before the clock started. */
    private static Duration granted(CaseState state, Terms terms) {
        return state.extensions().stream()
                .map(cause -> terms.extension(cause).adds())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Step timer(CaseState state, Terms terms, Instant now) {
        var due = state.dueAt(terms);
        if (due.isEmpty() || due.get().isAfter(now)) {
            return new Nothing();
        }
        return switch (state.standing()) {
            case NoticeDue _ -> new To(state.at(new Unreached()), new Escalate());
            case Running(var zero, int stage) -> {
                // Late by an hour or a month: what follows has its whole time all the same.
                var began = zero.plus(Duration.between(due.get(), now));
                boolean limitsFollow = stage < terms.stages().size();
                if (state.isReminderNext(terms)) {
                    yield new To(
                            state.reminded(new Running(began, stage)),
                            new Notify(limitsFollow ? NoticeKind.REMINDER : NoticeKind.DECISION_REMINDER));
                }
                yield limitsFollow
                        ? new To(
                                state.anew(new Running(began, stage + 1)),
                                new SetLimits(terms.limits(stage + 1)),
                                new Notify(NoticeKind.LIMITED))
                        : new To(state.anew(new AwaitingDecision(began)), new Notify(NoticeKind.DECISION_DUE));
            }
            case Deactivated _ -> new To(state.at(new Ended()));
            default -> new Nothing();
        };
    }

    private static Step extend(CaseState state, Terms terms, ExtensionCause cause, Instant now) {
        var extension = terms.extension(cause);
        if (Collections.frequency(state.extensions(), cause) >= extension.atMost()) {
            return new Barred(Bar.NO_MORE_EXTENSIONS);
        }
        var longer = state.extended(cause);
        return switch (state.standing()) {
            case NoticeDue _, Unreached _ -> new To(longer);
            case Running(var zero, int stage) ->
                set(longer, terms, zero.plus(extension.adds()), stage, now, NoticeKind.EXTENDED);
            case AwaitingDecision(var zero) -> {
                var shows = untilDecision(terms, Duration.between(zero, now)).minus(extension.adds());
                yield set(longer, terms, now.minus(shows), terms.stages().size(), now, NoticeKind.EXTENDED);
            }
            case Appealed(var shown, int stage, boolean decisionWasDue) -> {
                var from = decisionWasDue ? untilDecision(terms, shown) : shown;
                var shows = from.minus(extension.adds());
                int earlier = Math.min(stage, stageAt(terms, shows));
                yield new To(
                        longer.anew(new Appealed(shows, earlier, false)),
                        new SetLimits(terms.limits(earlier)),
                        new Notify(NoticeKind.EXTENDED));
            }
            case Deactivated _, Settled _, Ended _ -> new Barred(Bar.NOT_NOW);
        };
    }

    /** How long a person took to decide is not the holder's time, and eats nothing of what is granted. */
    private static Duration untilDecision(Terms terms, Duration shown) {
        return shown.compareTo(terms.decisionAfter()) < 0 ? shown : terms.decisionAfter();
    }

    /** The clock runs (again), set back: never into a later stage than before, since only the timer does that. */
    private static To set(CaseState state, Terms terms, Instant zero, int stage, Instant now, NoticeKind told) {
        int earlier = Math.min(stage, stageAt(terms, Duration.between(zero, now)));
        return new To(state.anew(new Running(zero, earlier)), new SetLimits(terms.limits(earlier)), new Notify(told));
    }

    private static int stageAt(Terms terms, Duration shown) {
        return (int) terms.stages().stream()
                .filter(stage -> stage.after().compareTo(shown) <= 0)
                .count();
    }

    private static Step appeal(CaseState state, Terms terms, Instant now) {
        boolean over = state.standing() instanceof Deactivated;
        if (state.appeals() >= terms.appeal().atMost() - (over ? 0 : 1)) {
            return new Barred(Bar.NO_MORE_APPEALS);
        }
        return switch (state.standing()) {
            case Running(var zero, int stage) -> stopped(state, Duration.between(zero, now), stage, false);
            case AwaitingDecision(var zero) ->
                stopped(state, Duration.between(zero, now), terms.stages().size(), true);
            case Deactivated(var since, var rest) -> {
                if (now.isAfter(since.plus(terms.appeal().window()))) {
                    yield new Barred(Bar.NO_MORE_APPEALS);
                }
                // Back at once, with the last stage's limits: nobody's number runs out while a person looks.
                int last = terms.stages().size();
                yield new To(
                        state.appealed().at(new Appealed(terms.decisionAfter(), last, true)),
                        new Reinstate(),
                        new SetLimits(terms.limits(last)),
                        new Notify(NoticeKind.APPEAL_RECEIVED));
            }
            case NoticeDue _, Unreached _, Appealed _, Settled _, Ended _ -> new Barred(Bar.NOT_NOW);
        };
    }

    private static To stopped(CaseState state, Duration shown, int stage, boolean decisionWasDue) {
        return new To(
                state.appealed().at(new Appealed(shown, stage, decisionWasDue)),
                new Notify(NoticeKind.APPEAL_RECEIVED));
    }

    private static Step decideAppeal(CaseState state, boolean granted, UUID by, Instant now) {
        if (!(state.standing() instanceof Appealed(var shown, int stage, boolean decisionWasDue))) {
            return new Barred(Bar.NOT_NOW);
        }
        if (state.deciders().contains(by)) {
            return new Barred(Bar.ANOTHER_PERSON_REQUIRED);
        }
        var decided = state.decidedBy(by);
        if (granted) {
            return settle(decided, SettledCause.APPEAL_GRANTED);
        }
        var zero = now.minus(shown);
        return new To(
                decided.at(decisionWasDue ? new AwaitingDecision(zero) : new Running(zero, stage)),
                new Notify(NoticeKind.APPEAL_REJECTED));
    }

    private static Step decide(CaseState state, Terms terms, boolean deactivate, UUID by, Instant now) {
        if (!(state.standing() instanceof AwaitingDecision)) {
            return new Barred(Bar.NOT_NOW);
        }
        if (state.appeals() > 0 && state.deciders().contains(by)) {
            return new Barred(Bar.ANOTHER_PERSON_REQUIRED);
        }
        var decided = state.decidedBy(by);
        if (!deactivate) {
            return settle(decided, SettledCause.DOUBT_REMOVED);
        }
        var until = now.plus(terms.quarantine());
        return new To(
                decided.at(new Deactivated(now, until)), new Deactivate(until), new Notify(NoticeKind.DEACTIVATED));
    }

    private static Step settle(CaseState state, SettledCause cause) {
        var settled = state.at(new Settled(cause));
        var lift = new SetLimits(Set.of());
        if (cause == SettledCause.LINE_ENDED) {
            // What ended with this very case can still come back. Nobody is told that all is well, least of all by the
            // line.
            return state.standing() instanceof Deactivated ? new Nothing() : new To(settled, lift);
        }
        var told = new Notify(NoticeKind.SETTLED);
        return state.standing() instanceof Deactivated
                ? new To(settled, new Reinstate(), lift, told)
                : new To(settled, lift, told);
    }
}
