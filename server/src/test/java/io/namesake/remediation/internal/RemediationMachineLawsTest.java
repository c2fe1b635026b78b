package io.namesake.remediation.internal;

import static io.namesake.remediation.internal.MachinePlaces.LI;
import static io.namesake.remediation.internal.MachinePlaces.START;
import static io.namesake.remediation.internal.MachinePlaces.TERMS;
import static io.namesake.remediation.internal.MachinePlaces.WANG;
import static io.namesake.remediation.internal.MachinePlaces.place;
import static io.namesake.remediation.internal.MachinePlaces.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.remediation.Phase;
import io.namesake.remediation.internal.Standing.Appealed;
import io.namesake.remediation.internal.Standing.Deactivated;
import io.namesake.remediation.internal.Standing.Running;
import io.namesake.remediation.internal.Step.Bar;
import io.namesake.remediation.internal.Step.Barred;
import io.namesake.remediation.internal.Step.Nothing;
import io.namesake.remediation.internal.Step.To;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The machine's laws, each over a few steps. */
class RemediationMachineLawsTest {

    @Test
    void an_extension_that_was_granted_before_anybody_was_reached_counts_when_the_clock_starts() {
        var longer = to(place("NOTICE_DUE"), new Event.Extend(ExtensionCause.TRAVEL), START);
        var reached = to(longer, new Event.Reached(START), START);
        assertThat(reached.nextStepAt(TERMS)).contains(START.plus(Duration.ofDays(60)));
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
        assertThat(first.nextStepAt(TERMS)).contains(late.plus(Duration.ofDays(15)));
    }

    @Test
    void an_appeal_remembers_how_much_time_was_left() {
        var appealed = to(place("NOTIFIED"), new Event.Appeal(), START.plus(Duration.ofDays(20)));
        var rejected = to(appealed, new Event.DecideAppeal(false, WANG), START.plus(Duration.ofDays(100)));
        assertThat(rejected.nextStepAt(TERMS)).contains(START.plus(Duration.ofDays(110)));
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
        var ended = new CaseState(new Deactivated(START, START.plus(TERMS.quarantine())), List.of(), 1, Set.of(), 0);
        assertThat(RemediationMachine.next(ended, TERMS, new Event.Appeal(), START))
                .isInstanceOf(To.class);
    }

    @Test
    void nobody_is_limited_before_they_were_reminded_however_long_the_server_was_away() {
        var late = START.plus(Duration.ofDays(200));
        var reminded = to(place("FRESH0"), new Event.Timer(), late);
        assertThat(reminded.standing().phase()).isEqualTo(Phase.NOTIFIED);
        assertThat(RemediationMachine.next(reminded, TERMS, new Event.Timer(), late))
                .isInstanceOf(Nothing.class);
        assertThat(reminded.nextStepAt(TERMS)).contains(late.plus(Duration.ofDays(3)));
        assertThat(to(reminded, new Event.Timer(), late.plus(Duration.ofDays(3)))
                        .standing())
                .isEqualTo(new Running(START.plus(Duration.ofDays(173)), 1));
    }

    @Test
    void every_stage_has_a_reminder_of_its_own_and_so_has_a_date_that_an_extension_moved() {
        var limited = to(place("NOTIFIED"), new Event.Timer(), START.plus(Duration.ofDays(30)));
        assertThat(limited.dueAt(TERMS)).contains(START.plus(Duration.ofDays(42)));
        var longer = to(place("NOTIFIED"), new Event.Extend(ExtensionCause.TRAVEL), START);
        assertThat(longer.dueAt(TERMS)).contains(START.plus(Duration.ofDays(57)));
        assertThat(longer.nextStepAt(TERMS)).contains(START.plus(Duration.ofDays(60)));
    }

    @Test
    void an_appeal_that_is_rejected_does_not_bring_a_reminder_again() {
        var day28 = START.plus(Duration.ofDays(28));
        var appealed = to(place("NOTIFIED"), new Event.Appeal(), day28);
        var rejected = to(appealed, new Event.DecideAppeal(false, WANG), day28);
        assertThat(rejected.dueAt(TERMS))
                .isEqualTo(rejected.nextStepAt(TERMS))
                .contains(START.plus(Duration.ofDays(30)));
    }

    @Test
    void more_time_during_an_appeal_moves_the_day_and_brings_a_reminder_of_it() {
        var appealed = to(place("NOTIFIED"), new Event.Appeal(), START.plus(Duration.ofDays(20)));
        var longer = to(appealed, new Event.Extend(ExtensionCause.ILLNESS), START.plus(Duration.ofDays(25)));
        var rejected = to(longer, new Event.DecideAppeal(false, WANG), START.plus(Duration.ofDays(40)));
        assertThat(rejected.nextStepAt(TERMS)).contains(START.plus(Duration.ofDays(80)));
        assertThat(rejected.dueAt(TERMS)).contains(START.plus(Duration.ofDays(77)));
    }

    @Test
    void more_time_is_the_whole_time_however_late_the_people_are_who_decide() {
        var day100 = START.plus(Duration.ofDays(100));
        var extend = new Event.Extend(ExtensionCause.ILLNESS);
        var longer = to(place("AWAITING"), extend, day100);
        assertThat(longer.standing()).isEqualTo(new Running(day100.minus(Duration.ofDays(30)), 1));
        assertThat(longer.nextStepAt(TERMS)).contains(day100.plus(Duration.ofDays(15)));

        var appealed = to(place("AWAITING"), new Event.Appeal(), day100);
        var longerThere = to(appealed, extend, START.plus(Duration.ofDays(110)));
        assertThat(longerThere.standing()).isEqualTo(new Appealed(Duration.ofDays(30), 1, false));
    }

    @Test
    void an_extension_in_a_stage_that_still_holds_lifts_nothing() {
        var extended = RemediationMachine.next(
                place("LIMITED2"), TERMS, new Event.Extend(ExtensionCause.TRAVEL), START.plus(Duration.ofDays(76)));
        assertThat(((To) extended).state().standing().phase()).isEqualTo(Phase.LIMITED);
        assertThat(((To) extended).effects()).contains(new Effect.SetLimits(TERMS.limits(2)));
    }
}
