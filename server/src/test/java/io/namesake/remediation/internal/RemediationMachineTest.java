package io.namesake.remediation.internal;

import static io.namesake.remediation.internal.MachinePlaces.LI;
import static io.namesake.remediation.internal.MachinePlaces.START;
import static io.namesake.remediation.internal.MachinePlaces.TERMS;
import static io.namesake.remediation.internal.MachinePlaces.place;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.registry.Limit;
import io.namesake.remediation.SettledCause;
import io.namesake.remediation.internal.Standing.Appealed;
import io.namesake.remediation.internal.Standing.AwaitingDecision;
import io.namesake.remediation.internal.Standing.Running;
import io.namesake.remediation.internal.Step.Barred;
import io.namesake.remediation.internal.Step.Nothing;
import io.namesake.remediation.internal.Step.To;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every place on the road with everything that can happen there. */
class RemediationMachineTest {
    /**
     * Places are a phase with its stage; what comes of an event is the next place and its effects, a bar, or - for nothing. The clock
     * shows 20 days in NOTIFIED, 31 in LIMITED1, 46 in LIMITED2 and 61 in AWAITING. At FRESH places, nobody was reminded yet.
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
            NOTICE_DUE  | LINE_ENDED | SETTLED limits[]
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
            UNREACHED   | LINE_ENDED | SETTLED limits[]
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
            NOTIFIED    | LINE_ENDED | SETTLED limits[]
            FRESH0      | EARLY      | -
            FRESH0      | DUE        | NOTIFIED notify:REMINDER
            FRESH0      | EXTEND     | NOTIFIED limits[] notify:EXTENDED
            FRESH0      | APPEAL     | APPEALED0 notify:APPEAL_RECEIVED
            FRESH0      | VERIFIED   | SETTLED limits[] notify:SETTLED
            FRESH1      | EARLY      | -
            FRESH1      | DUE        | LIMITED1 notify:REMINDER
            FRESH2      | EARLY      | -
            FRESH2      | DUE        | LIMITED2 notify:DECISION_REMINDER
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
            LIMITED1    | LINE_ENDED | SETTLED limits[]
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
            LIMITED2    | LINE_ENDED | SETTLED limits[]
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
            AWAITING    | LINE_ENDED | SETTLED limits[]
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
            APPEALED1   | LINE_ENDED | SETTLED limits[]
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
            APPEALED2due | LINE_ENDED | SETTLED limits[]
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
            DEACTIVATED | LINE_ENDED | -
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
            SETTLED     | LINE_ENDED | CLOSED
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
            ENDED       | LINE_ENDED | CLOSED
            """)
    void everything_that_can_happen_everywhere(String place, String event, String expected) {
        var state = place(place);
        assertThat(described(RemediationMachine.next(state, TERMS, event(event), moment(state, event))))
                .isEqualTo(expected);
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
            case "VERIFIED", "LINE_ENDED" -> new Event.Settle(SettledCause.valueOf(name));
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
