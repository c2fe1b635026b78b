package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.registry.Limit;
import io.namesake.remediation.Phase;
import io.namesake.remediation.SettledCause;
import io.namesake.remediation.internal.Step.To;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Promise 6, on random walks: whatever happens in whatever order, at whatever pace. */
class RemediationMachineProperties {
    private static final Terms TERMS = TestTerms.SHIPPED;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    /** All that a network can be told to stop: emergency calls and the operator's own numbers are not among it. */
    private static final Set<String> CLOSED_LIST = Set.of("VERIFICATION_CODES", "OUTGOING", "DATA", "INCOMING");

    /** Something that happens some time after what was before. */
    record Try(Event event, Duration later) {}

    /** What the world looks like to somebody who keeps account beside the machine. */
    static final class Walk {
        CaseState state = CaseState.opened(START);
        Instant now = START;
        Event event = new Event.Timer();
        Set<Limit> onLine = Set.of();
        boolean ended;
        boolean reached;
        boolean decidedToEnd;
        Instant arrived = START;
        Duration stopped = Duration.ZERO;
        Duration extended = Duration.ZERO;
        Instant stoppedAt = START;
        /** Whether the person was reminded of what follows next. */
        boolean reminded;

        boolean remindedJustNow;

        /** Takes the step and does what it says. @return whether something changed */
        boolean take(Try attempt) {
            now = now.plus(attempt.later());
            event = attempt.event() instanceof Event.Reached ? new Event.Reached(now) : attempt.event();
            if (!(RemediationMachine.next(state, TERMS, event, now) instanceof To(var next, var effects))) {
                return false;
            }
            account(next);
            effects.forEach(this::carryOut);
            state = next;
            return true;
        }

        /** What the clock shows where an extension leads. */
        Duration shown() {
            return switch (state.standing()) {
                case Standing.Running(var zero, var ignored) -> Duration.between(zero, now);
                case Standing.Appealed(var shown, var ignored, var rest) -> shown;
                default -> throw new AssertionError(state);
            };
        }

        private void account(CaseState next) {
            if (event instanceof Event.Reached) {
                reached = true;
                arrived = now;
            }
            if (event instanceof Event.Extend(var cause)) {
                extended = extended.plus(TERMS.extension(cause).adds());
            }
            if (event instanceof Event.Appeal) {
                stoppedAt = now;
            }
            if (event instanceof Event.DecideAppeal) {
                stopped = stopped.plus(Duration.between(stoppedAt, now));
            }
            decidedToEnd |= event instanceof Event.Decide(boolean deactivate, var rest) && deactivate;
            if (next.standing().phase() != Phase.DEACTIVATED && next.standing().phase() != Phase.ENDED) {
                decidedToEnd = false;
            }
        }

        private void carryOut(Effect effect) {
            switch (effect) {
                case Effect.SetLimits(var limits) -> onLine = limits;
                case Effect.Deactivate _ -> {
                    ended = true;
                    onLine = Set.of();
                }
                case Effect.Reinstate _ -> {
                    assertThat(ended).isTrue();
                    ended = false;
                }
                case Effect.Notify(var kind) -> {
                    remindedJustNow = kind == NoticeKind.REMINDER || kind == NoticeKind.DECISION_REMINDER;
                    // An appeal changes nothing of what follows; whatever else is told moves the day.
                    boolean staysReminded = kind == NoticeKind.APPEAL_RECEIVED || kind == NoticeKind.APPEAL_REJECTED;
                    reminded = remindedJustNow || reminded && staysReminded;
                }
                case Effect.Escalate _ -> {}
            }
        }
    }

    @Property(tries = 2000)
    void nothing_is_limited_and_nobody_decides_before_a_reminder_of_it(@ForAll("walks") List<Try> tries) {
        var walk = new Walk();
        for (var attempt : tries) {
            boolean wasReminded = walk.reminded;
            var before = walk.state.standing();
            if (walk.take(attempt)
                    && walk.event instanceof Event.Timer
                    && before instanceof Standing.Running
                    && !walk.state.standing().equals(before)
                    && !walk.remindedJustNow) {
                assertThat(wasReminded).isTrue();
            }
        }
    }

    @Property(tries = 2000)
    void no_line_ends_without_a_notice_that_arrived(@ForAll("walks") List<Try> tries) {
        walk(tries, walk -> {
            if (walk.ended || !walk.onLine.isEmpty()) {
                assertThat(walk.reached).isTrue();
            }
        });
    }

    @Property(tries = 2000)
    void no_line_ends_without_a_persons_decision(@ForAll("walks") List<Try> tries) {
        walk(tries, walk -> {
            if (walk.ended) {
                assertThat(walk.decidedToEnd).isTrue();
            }
        });
    }

    @Property(tries = 2000)
    void no_line_ends_before_every_stage_had_its_time_with_every_extension_and_every_pause(
            @ForAll("walks") List<Try> tries) {
        walk(tries, walk -> {
            if (walk.event instanceof Event.Decide && walk.ended) {
                var least = TERMS.decisionAfter().plus(walk.stopped).plus(walk.extended);
                assertThat(Duration.between(walk.arrived, walk.now)).isGreaterThanOrEqualTo(least);
            }
        });
    }

    @Property(tries = 2000)
    void more_time_is_never_eaten_by_the_time_that_a_person_took_to_decide(@ForAll("walks") List<Try> tries) {
        var walk = new Walk();
        for (var attempt : tries) {
            var before = walk.state.standing();
            boolean decisionWasDue = before instanceof Standing.AwaitingDecision
                    || before instanceof Standing.Appealed(var ignored, var rest, boolean due) && due;
            if (walk.take(attempt) && decisionWasDue && walk.event instanceof Event.Extend(var cause)) {
                var most = TERMS.decisionAfter().minus(TERMS.extension(cause).adds());
                assertThat(walk.shown()).isLessThanOrEqualTo(most);
            }
        }
    }

    @Property(tries = 2000)
    void what_is_limited_on_the_line_is_what_the_case_says_and_nothing_when_it_is_settled(
            @ForAll("walks") List<Try> tries) {
        walk(tries, walk -> {
            assertThat(walk.onLine).isEqualTo(walk.state.limits(TERMS));
            if (walk.state.standing().phase() == Phase.SETTLED) {
                assertThat(walk.onLine).isEmpty();
                assertThat(walk.ended).isFalse();
            }
        });
    }

    @Property(tries = 2000)
    void only_what_is_on_the_closed_list_is_ever_limited(@ForAll("walks") List<Try> tries) {
        walk(tries, walk -> assertThat(walk.onLine).extracting(Limit::name).allMatch(CLOSED_LIST::contains));
    }

    @Property(tries = 2000)
    void the_clock_stands_still_during_an_appeal(@ForAll("walks") List<Try> tries) {
        walk(tries, walk -> {
            if (walk.state.standing().phase() == Phase.APPEALED) {
                assertThat(walk.state.dueAt(TERMS)).isEmpty();
                var inAYear = walk.now.plus(Duration.ofDays(366));
                assertThat(RemediationMachine.next(walk.state, TERMS, new Event.Timer(), inAYear))
                        .isInstanceOf(Step.Nothing.class);
            }
        });
    }

    @Property(tries = 2000)
    void limits_never_grow_but_by_the_timer_one_stage_at_a_time(@ForAll("walks") List<Try> tries) {
        var walk = new Walk();
        for (var attempt : tries) {
            var before = new HashSet<>(walk.onLine);
            boolean wasEnded = walk.ended;
            if (walk.take(attempt) && !(walk.event instanceof Event.Timer) && !wasEnded) {
                assertThat(before).containsAll(walk.onLine);
            }
        }
    }

    @Property(tries = 2000)
    void an_appeal_and_what_follows_it_are_decided_by_somebody_new(@ForAll("walks") List<Try> tries) {
        var walk = new Walk();
        var deciders = new HashSet<UUID>();
        for (var attempt : tries) {
            boolean appeals = walk.state.appeals() > 0;
            if (walk.take(attempt)) {
                var by = switch (walk.event) {
                    case Event.Decide(var ignored, var person) -> person;
                    case Event.DecideAppeal(var ignored, var person) -> person;
                    default -> null;
                };
                if (by != null) {
                    assertThat(!appeals || !deciders.contains(by)).isTrue();
                    deciders.add(by);
                }
            }
        }
    }

    @Property(tries = 2000)
    void verifying_at_any_point_before_the_end_of_the_quarantine_settles_the_case(@ForAll("walks") List<Try> tries) {
        walk(tries, walk -> {
            Statistics.collect(walk.state.standing().phase());
            if (!walk.state.standing().phase().isFinal()) {
                var verified =
                        RemediationMachine.next(walk.state, TERMS, new Event.Settle(SettledCause.VERIFIED), walk.now);
                assertThat(((To) verified).state().standing().phase()).isEqualTo(Phase.SETTLED);
                assertThat(((To) verified).effects()).contains(new Effect.SetLimits(Set.of()));
                assertThat(((To) verified).effects().contains(new Effect.Reinstate()))
                        .isEqualTo(walk.ended);
            }
        });
    }

    private static void walk(List<Try> tries, Consumer<Walk> afterEachStep) {
        var walk = new Walk();
        for (var attempt : tries) {
            if (walk.take(attempt)) {
                afterEachStep.accept(walk);
            }
        }
    }

    @Provide
    Arbitrary<List<Try>> walks() {
        var people = Arbitraries.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4));
        Arbitrary<Event> events = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.just(new Event.Reached(START))),
                net.jqwik.api.Tuple.of(14, Arbitraries.just(new Event.Timer())),
                net.jqwik.api.Tuple.of(2, Arbitraries.of(ExtensionCause.class).map(Event.Extend::new)),
                net.jqwik.api.Tuple.of(2, Arbitraries.just(new Event.Appeal())),
                net.jqwik.api.Tuple.of(
                        3,
                        Combinators.combine(Arbitraries.of(false, false, false, true), people)
                                .as(Event.DecideAppeal::new)),
                net.jqwik.api.Tuple.of(
                        6,
                        Combinators.combine(Arbitraries.of(true, true, true, false), people)
                                .as(Event.Decide::new)),
                net.jqwik.api.Tuple.of(
                        1,
                        Arbitraries.of(
                                        SettledCause.VERIFIED,
                                        SettledCause.WITHDRAWN,
                                        SettledCause.ENDED_BY_HOLDER,
                                        SettledCause.LINE_ENDED)
                                .map(Event.Settle::new)));
        var pauses = Arbitraries.of(
                Duration.ZERO,
                Duration.ofMinutes(1),
                Duration.ofDays(1),
                Duration.ofDays(8),
                Duration.ofDays(16),
                Duration.ofDays(31),
                Duration.ofDays(100));
        return Combinators.combine(events, pauses)
                .as(Try::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(60);
    }
}
