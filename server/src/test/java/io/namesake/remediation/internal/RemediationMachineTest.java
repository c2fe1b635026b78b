package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.registry.Limit;
import io.namesake.remediation.Phase;
import io.namesake.remediation.SettledCause;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every place on the road with everything that can happen there; the shipped terms, one appeal at most before the end. */
class RemediationMachineTest {
    private static final Terms TERMS = TestTerms.SHIPPED;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID LI = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID WANG = UUID.fromString("00000000-0000-0000-0000-000000000002");

    /**
     * Places are a phase with its stage; what comes of an event is the next place and its effects, a bar, or - for nothing. The clock
     * shows 20 days in NOTIFIED, 31 in LIMITED1, 46 in LIMITED2 and 61 in AWAITING.
     */
    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            NOTICE_DUE  | REACHED    | NOTIFIED
            NOTICE_DUE  | EARLY      | -
            NOTICE_DUE  | DUE        | UNREACHED escalate
            NOTICE_DUE  | EXTEND     | NOTICE_DUE
            NOTICE_DUE  | APPEAL     | NOT_NOW
            NOTICE_DUE  | GRANT      | NOT_NOW
            NOTICE_DUE  | REJECT     | NOT_NOW
            NOTICE_DUE  | END        | NOT_NOW
            NOTICE_DUE  | KEEP       | NOT_NOW
            NOTICE_DUE  | VERIFIED   | SETTLED limits[] notify:SETTLED
            UNREACHED   | REACHED    | NOTIFIED
            UNREACHED   | EARLY      | -
            UNREACHED   | DUE        | -
            UNREACHED   | EXTEND     | UNREACHED
            UNREACHED   | APPEAL     | NOT_NOW
            UNREACHED   | GRANT      | NOT_NOW
            UNREACHED   | REJECT     | NOT_NOW
            UNREACHED   | END        | NOT_NOW
            UNREACHED   | KEEP       | NOT_NOW
            UNREACHED   | VERIFIED   | SETTLED limits[] notify:SETTLED
            NOTIFIED    | REACHED    | -
            NOTIFIED    | EARLY      | -
            NOTIFIED    | DUE        | LIMITED1 limits[OUTGOING] notify:LIMITED
            NOTIFIED    | EXTEND     | NOTIFIED limits[] notify:EXTENDED
            NOTIFIED    | APPEAL     | APPEALED0 notify:APPEAL_RECEIVED
            NOTIFIED    | GRANT      | NOT_NOW
            NOTIFIED    | REJECT     | NOT_NOW
            NOTIFIED    | END        | NOT_NOW
            NOTIFIED    | KEEP       | NOT_NOW
            NOTIFIED    | VERIFIED   | SETTLED limits[] notify:SETTLED
            LIMITED1    | REACHED    | -
            LIMITED1    | EARLY      | -
            LIMITED1    | DUE        | LIMITED2 limits[DATA INCOMING OUTGOING] notify:LIMITED
            LIMITED1    | EXTEND     | NOTIFIED limits[] notify:EXTENDED
            LIMITED1    | APPEAL     | APPEALED1 notify:APPEAL_RECEIVED
            LIMITED1    | GRANT      | NOT_NOW
            LIMITED1    | REJECT     | NOT_NOW
            LIMITED1    | END        | NOT_NOW
            LIMITED1    | KEEP       | NOT_NOW
            LIMITED1    | VERIFIED   | SETTLED limits[] notify:SETTLED
            LIMITED2    | REACHED    | -
            LIMITED2    | EARLY      | -
            LIMITED2    | DUE        | AWAITING notify:DECISION_DUE
            LIMITED2    | EXTEND     | NOTIFIED limits[] notify:EXTENDED
            LIMITED2    | APPEAL     | APPEALED2 notify:APPEAL_RECEIVED
            LIMITED2    | GRANT      | NOT_NOW
            LIMITED2    | REJECT     | NOT_NOW
            LIMITED2    | END        | NOT_NOW
            LIMITED2    | KEEP       | NOT_NOW
            LIMITED2    | VERIFIED   | SETTLED limits[] notify:SETTLED
            AWAITING    | REACHED    | -
            AWAITING    | EARLY      | -
            AWAITING    | DUE        | -
            AWAITING    | EXTEND     | LIMITED1 limits[OUTGOING] notify:EXTENDED
            AWAITING    | APPEAL     | APPEALED2due notify:APPEAL_RECEIVED
            AWAITING    | GRANT      | NOT_NOW
            AWAITING    | REJECT     | NOT_NOW
            AWAITING    | END        | DEACTIVATED deactivate notify:DEACTIVATED
            AWAITING    | KEEP       | SETTLED limits[] notify:SETTLED
            AWAITING    | VERIFIED   | SETTLED limits[] notify:SETTLED
            APPEALED1   | REACHED    | -
            APPEALED1   | EARLY      | -
            APPEALED1   | DUE        | -
            APPEALED1   | EXTEND     | APPEALED0 limits[] notify:EXTENDED
            APPEALED1   | APPEAL     | NO_MORE_APPEALS
            APPEALED1   | GRANT      | SETTLED limits[] notify:SETTLED
            APPEALED1   | REJECT     | LIMITED1 notify:APPEAL_REJECTED
            APPEALED1   | END        | NOT_NOW
            APPEALED1   | KEEP       | NOT_NOW
            APPEALED1   | VERIFIED   | SETTLED limits[] notify:SETTLED
            APPEALED2due | REACHED   | -
            APPEALED2due | EARLY     | -
            APPEALED2due | DUE       | -
            APPEALED2due | EXTEND    | APPEALED1 limits[OUTGOING] notify:EXTENDED
            APPEALED2due | APPEAL    | NO_MORE_APPEALS
            APPEALED2due | GRANT     | SETTLED limits[] notify:SETTLED
            APPEALED2due | REJECT    | AWAITING notify:APPEAL_REJECTED
            APPEALED2due | END       | NOT_NOW
            APPEALED2due | KEEP      | NOT_NOW
            APPEALED2due | VERIFIED  | SETTLED limits[] notify:SETTLED
            DEACTIVATED | REACHED    | -
            DEACTIVATED | EARLY      | -
            DEACTIVATED | DUE        | ENDED
            DEACTIVATED | EXTEND     | NOT_NOW
            DEACTIVATED | APPEAL     | APPEALED2due reinstate limits[DATA INCOMING OUTGOING] notify:APPEAL_RECEIVED
            DEACTIVATED | GRANT      | NOT_NOW
            DEACTIVATED | REJECT     | NOT_NOW
            DEACTIVATED | END        | NOT_NOW
            DEACTIVATED | KEEP       | NOT_NOW
            DEACTIVATED | VERIFIED   | SETTLED reinstate limits[] notify:SETTLED
            SETTLED     | REACHED    | -
            SETTLED     | EARLY      | -
            SETTLED     | DUE        | -
            SETTLED     | EXTEND     | CLOSED
            SETTLED     | APPEAL     | CLOSED
            SETTLED     | GRANT      | CLOSED
            SETTLED     | REJECT     | CLOSED
            SETTLED     | END        | CLOSED
            SETTLED     | KEEP       | CLOSED
            SETTLED     | VERIFIED   | CLOSED
            ENDED       | REACHED    | -
            ENDED       | EARLY      | -
            ENDED       | DUE        | -
            ENDED       | EXTEND     | CLOSED
            ENDED       | APPEAL     | CLOSED
            ENDED       | GRANT      | CLOSED
            ENDED       | REJECT     | CLOSED
            ENDED       | END        | CLOSED
            ENDED       | KEEP       | CLOSED
            ENDED       | VERIFIED   | CLOSED
            """)
    void everything_that_can_happen_everywhere(String place, String event, String expected) {
        var state = place(place);
        assertThat(described(RemediationMachine.next(state, TERMS, event(event), moment(state, event))))
                .isEqualTo(expected);
    }

    @Test
    void an_extension_that_was_granted_before_anybody_was_reached_counts_when_the_clock_starts() {
        var longer = to(place("NOTICE_DUE"), new Event.Extend(ExtensionCause.TRAVEL), START);
        var reached = to(longer, new Event.Reached(START), START);
        assertThat(reached.dueAt(TERMS)).contains(START.plus(Duration.ofDays(60)));
    }

    @Test
    void each_cause_extends_as_often_as_the_policy_says_and_no_more() {
        var once = to(place("NOTIFIED"), new Event.Extend(ExtensionCause.TRAVEL), START);
        assertThat(RemediationMachine.next(once, TERMS, new Event.Extend(ExtensionCause.TRAVEL), START))
                .isEqualTo(new Barred(Bar.NO_MORE_EXTENSIONS));
        assertThat(RemediationMachine.next(once, TERMS, new Event.Extend(ExtensionCause.ILLNESS), START))
                .isInstanceOf(To.class);
    }

    @Test
    void a_server_that_was_away_for_months_skips_no_stage_and_shortens_none() {
        var late = START.plus(Duration.ofDays(200));
        var first = to(place("NOTIFIED"), new Event.Timer(), late);
        assertThat(first.standing().phase()).isEqualTo(Phase.LIMITED);
        assertThat(RemediationMachine.next(first, TERMS, new Event.Timer(), late))
                .isInstanceOf(Nothing.class);
        assertThat(first.dueAt(TERMS)).contains(late.plus(Duration.ofDays(15)));
    }

    @Test
    void an_appeal_remembers_how_much_time_was_left() {
        var appealed = to(place("NOTIFIED"), new Event.Appeal(), START.plus(Duration.ofDays(20)));
        var rejected = to(appealed, new Event.DecideAppeal(false, WANG), START.plus(Duration.ofDays(100)));
        assertThat(rejected.dueAt(TERMS)).contains(START.plus(Duration.ofDays(110)));
    }

    @Test
    void nobody_decides_twice_in_a_case_with_an_appeal() {
        var rejected = to(place("APPEALED2due"), new Event.DecideAppeal(false, LI), START);
        var end = new Event.Decide(true, LI);
        assertThat(RemediationMachine.next(rejected, TERMS, end, START))
                .isEqualTo(new Barred(Bar.ANOTHER_PERSON_REQUIRED));

        var ended = to(rejected, new Event.Decide(true, WANG), START);
        var again = to(ended, new Event.Appeal(), START);
        for (var before : List.of(LI, WANG)) {
            assertThat(RemediationMachine.next(again, TERMS, new Event.DecideAppeal(true, before), START))
                    .isEqualTo(new Barred(Bar.ANOTHER_PERSON_REQUIRED));
        }
    }

    @Test
    void an_appeal_that_comes_after_its_window_is_too_late() {
        var ended = place("DEACTIVATED");
        var tooLate = START.plus(TERMS.appeal().window()).plusSeconds(1);
        assertThat(RemediationMachine.next(ended, TERMS, new Event.Appeal(), tooLate))
                .isEqualTo(new Barred(Bar.NO_MORE_APPEALS));
    }

    @Test
    void one_appeal_is_left_for_after_the_end() {
        var rejected = to(place("APPEALED1"), new Event.DecideAppeal(false, LI), START);
        assertThat(RemediationMachine.next(rejected, TERMS, new Event.Appeal(), START))
                .isEqualTo(new Barred(Bar.NO_MORE_APPEALS));
        var ended = new CaseState(new Deactivated(START, START.plus(TERMS.quarantine())), List.of(), 1, Set.of());
        assertThat(RemediationMachine.next(ended, TERMS, new Event.Appeal(), START))
                .isInstanceOf(To.class);
    }

    private static CaseState to(CaseState state, Event event, Instant now) {
        assertThat(RemediationMachine.next(state, TERMS, event, now)).isInstanceOf(To.class);
        return ((To) RemediationMachine.next(state, TERMS, event, now)).state();
    }

    private static CaseState place(String name) {
        Standing standing = switch (name) {
            case "NOTICE_DUE" -> new NoticeDue(START);
            case "UNREACHED" -> new Unreached();
            case "NOTIFIED" -> new Running(START, 0);
            case "LIMITED1" -> new Running(START, 1);
            case "LIMITED2" -> new Running(START, 2);
            case "AWAITING" -> new AwaitingDecision(START);
            case "APPEALED1" -> new Appealed(Duration.ofDays(31), 1, false);
            case "APPEALED2due" -> new Appealed(Duration.ofDays(61), 2, true);
            case "DEACTIVATED" -> new Deactivated(START, START.plus(TERMS.quarantine()));
            case "SETTLED" -> new Settled(SettledCause.VERIFIED);
            case "ENDED" -> new Ended();
            default -> throw new IllegalArgumentException(name);
        };
        return new CaseState(standing, List.of(), name.startsWith("APPEALED") ? 1 : 0, Set.of());
    }

    private static Event event(String name) {
        return switch (name) {
            case "REACHED" -> new Event.Reached(START);
            case "EARLY", "DUE" -> new Event.Timer();
            case "EXTEND" -> new Event.Extend(ExtensionCause.TRAVEL);
            case "APPEAL" -> new Event.Appeal();
            case "GRANT" -> new Event.DecideAppeal(true, LI);
            case "REJECT" -> new Event.DecideAppeal(false, LI);
            case "END" -> new Event.Decide(true, LI);
            case "KEEP" -> new Event.Decide(false, LI);
            case "VERIFIED" -> new Event.Settle(SettledCause.VERIFIED);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Instant moment(CaseState state, String event) {
        var due = state.dueAt(TERMS);
        if (event.equals("EARLY") && due.isPresent()) {
            return due.get().minusNanos(1000);
        }
        if (event.equals("DUE") && due.isPresent()) {
            return due.get();
        }
        return switch (state.standing()) {
            case Running(var ignored, int stage) -> START.plus(Duration.ofDays(new int[] {20, 31, 46}[stage]));
            case AwaitingDecision _ -> START.plus(Duration.ofDays(61));
            default -> START.plus(Duration.ofDays(1));
        };
    }

    private static String described(Step step) {
        return switch (step) {
            case Nothing _ -> "-";
            case Barred(var why) -> why.name();
            case To(var state, var effects) ->
                (described(state.standing()) + " "
                                + effects.stream()
                                        .map(RemediationMachineTest::described)
                                        .collect(Collectors.joining(" ")))
                        .strip();
        };
    }

    private static String described(Standing standing) {
        return switch (standing) {
            case Running(var ignored, int stage) -> stage == 0 ? "NOTIFIED" : "LIMITED" + stage;
            case Appealed(var ignored, int stage, boolean due) -> "APPEALED" + stage + (due ? "due" : "");
            case AwaitingDecision _ -> "AWAITING";
            default -> standing.phase().name();
        };
    }

    private static String described(Effect effect) {
        return switch (effect) {
            case Effect.Notify(var kind) -> "notify:" + kind;
            case Effect.SetLimits(var limits) ->
                limits.stream().map(Limit::name).sorted().collect(Collectors.joining(" ", "limits[", "]"));
            case Effect.Deactivate _ -> "deactivate";
            case Effect.Reinstate _ -> "reinstate";
            case Effect.Escalate _ -> "escalate";
        };
    }
}
