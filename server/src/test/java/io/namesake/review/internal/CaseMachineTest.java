package io.namesake.review.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.application.Attestation;
import io.namesake.review.internal.CaseStep.Assign;
import io.namesake.review.internal.CaseStep.Claim;
import io.namesake.review.internal.CaseStep.Find;
import io.namesake.review.internal.CaseStep.LosePictures;
import io.namesake.review.internal.CaseStep.MeetLineLimit;
import io.namesake.review.internal.CaseStep.Need;
import io.namesake.review.internal.CaseStep.Release;
import io.namesake.review.internal.CaseStep.Withdraw;
import io.namesake.review.internal.Move.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CaseMachineTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(15));
    private static final UUID ANN = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();
    private static final UUID CEM = UUID.randomUUID();

    /** The case as Ann finds it, what Ben (who works on it) or Ann tries, and what comes of it. */
    @ParameterizedTest(name = "{0} with a lock of {1}: claimed by Ann {2}")
    @CsvSource({
        "OPEN,            none,        goes on",
        "OPEN,            ann,         goes on",
        "OPEN,            ben,         LOCKED_BY_ANOTHER",
        "OPEN,            ben-expired, goes on",
        "AWAITING_SECOND, none,        goes on",
        "AWAITING_SECOND, ben,         LOCKED_BY_ANOTHER",
        "DISPUTED,        none,        ANOTHER_PERSON",
        "DECIDED,         none,        CLOSED",
        "WITHDRAWN,       none,        CLOSED",
    })
    void a_case_is_claimed_by_one_person_at_a_time(Stage stage, String lock, String expected) {
        var state = new CaseState(CaseKind.PICTURES, stage, lock(lock), List.of(), Set.of(), null);
        var move = CaseMachine.next(state, new Claim(ANN, LATER, false), NOW);
        assertThat(name(move)).isEqualTo(expected);
        if (move instanceof Move.To(var next)) {
            assertThat(next.lock()).isEqualTo(new Lock(ANN, LATER, false));
        }
    }

    @Test
    void a_lock_ends_at_its_very_moment_and_a_finding_after_that_is_refused() {
        var locked = open().locked(new Lock(ANN, LATER, false));
        var find = new Find(Opinion.byPictures(ANN, DecisionCode.FACES_DIFFER), Need.ONE);
        assertThat(CaseMachine.next(locked, find, LATER.minusMillis(1))).isInstanceOf(Move.Settled.class);
        assertThat(name(CaseMachine.next(locked, find, LATER))).isEqualTo("NO_LOCK");
    }

    @Test
    void whoever_holds_no_lock_finds_nothing() {
        var find = new Find(Opinion.byPictures(ANN, DecisionCode.IDENTITY_CONFIRMED), Need.ONE);
        assertThat(name(CaseMachine.next(open(), find, NOW))).isEqualTo("NO_LOCK");
        assertThat(name(CaseMachine.next(open().locked(lock("ben")), find, NOW)))
                .isEqualTo("NO_LOCK");
    }

    @Test
    void four_eyes_are_two_people_who_agree() {
        var first = find(open(), ANN, DecisionCode.FACES_DIFFER, Need.TWO);
        assertThat(first)
                .isInstanceOfSatisfying(
                        Move.To.class, to -> assertThat(to.state().stage()).isEqualTo(Stage.AWAITING_SECOND));
        var waiting = first.goesOn();

        assertThat(name(CaseMachine.next(waiting, new Claim(ANN, LATER, false), NOW)))
                .isEqualTo("ANOTHER_PERSON");
        assertThat(name(find(waiting, ANN, DecisionCode.FACES_DIFFER, Need.TWO)))
                .isEqualTo("ANOTHER_PERSON");
        assertThat(find(waiting, BEN, DecisionCode.DOCUMENT_NOT_GENUINE, Need.TWO))
                .isInstanceOfSatisfying(Move.Settled.class, settled -> {
                    assertThat(settled.verdict()).isEqualTo(Verdict.REFUSED);
                    assertThat(settled.state().opinions()).hasSize(2);
                });
    }

    @Test
    void two_who_disagree_are_settled_by_a_third_whom_a_supervisor_has_named() {
        var waiting = find(open(), ANN, DecisionCode.FACES_DIFFER, Need.TWO).goesOn();
        // That Ben alone could have confirmed it does not matter any more.
        var disputed =
                find(waiting, BEN, DecisionCode.IDENTITY_CONFIRMED, Need.ONE).goesOn();
        assertThat(disputed.stage()).isEqualTo(Stage.DISPUTED);

        assertThat(name(CaseMachine.next(disputed, new Claim(CEM, LATER, false), NOW)))
                .isEqualTo("ANOTHER_PERSON");
        assertThat(name(CaseMachine.next(disputed, new Assign(ANN), NOW))).isEqualTo("ANOTHER_PERSON");
        var assigned = CaseMachine.next(disputed, new Assign(CEM), NOW).goesOn();
        assertThat(find(assigned, CEM, DecisionCode.IDENTITY_CONFIRMED, Need.ONE))
                .isInstanceOfSatisfying(
                        Move.Settled.class,
                        settled -> assertThat(settled.verdict()).isEqualTo(Verdict.VERIFIED));
    }

    @Test
    void nobody_is_named_where_nobody_disagrees() {
        assertThat(name(CaseMachine.next(open(), new Assign(CEM), NOW))).isEqualTo("NOT_DISPUTED");
    }

    @Test
    void a_seeded_case_takes_two_opinions_whether_or_not_they_agree() {
        var waiting = find(open(), ANN, DecisionCode.IDENTITY_CONFIRMED, Need.TWO_OPINIONS)
                .goesOn();
        assertThat(find(waiting, BEN, DecisionCode.PICTURES_DO_NOT_TELL, Need.TWO_OPINIONS))
                .isInstanceOf(Move.Settled.class);
    }

    @Test
    void nobody_judges_an_applicant_whom_they_decided_against_before() {
        var again = CaseState.opened(CaseKind.ATTENDED, Set.of(ANN));
        assertThat(name(CaseMachine.next(again, new Claim(ANN, LATER, true), NOW)))
                .isEqualTo("ANOTHER_PERSON");
    }

    @Test
    void an_attended_case_is_opened_by_the_code_only_and_decided_in_person_only() {
        var attended = CaseState.opened(CaseKind.ATTENDED, Set.of());
        assertThat(name(CaseMachine.next(attended, new Claim(ANN, LATER, false), NOW)))
                .isEqualTo("APPLICANT_ABSENT");
        var met = CaseMachine.next(attended, new Claim(ANN, LATER, true), NOW).goesOn();
        var renewed = CaseMachine.next(met, new Claim(ANN, LATER.plusSeconds(60), false), NOW)
                .goesOn();
        assertThat(renewed.lock()).isEqualTo(new Lock(ANN, LATER.plusSeconds(60), true));
        var byPictures = new Find(Opinion.byPictures(ANN, DecisionCode.IDENTITY_CONFIRMED), Need.ONE);
        assertThat(name(CaseMachine.next(renewed, byPictures, NOW))).isEqualTo("APPLICANT_ABSENT");
        assertThat(CaseMachine.next(renewed, new Find(Opinion.attested(ANN, document("C01X00T47")), Need.ONE), NOW))
                .isInstanceOf(Move.Settled.class);
    }

    @Test
    void two_agents_who_read_different_numbers_do_not_agree() {
        assertThat(Opinion.attested(ANN, document("C01X00T47"))
                        .agreesWith(Opinion.attested(BEN, document("C01X00T48"))))
                .isFalse();
        assertThat(Opinion.attested(ANN, document("C01X00T47"))
                        .agreesWith(Opinion.attested(BEN, document("c01x00t47"))))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"PICTURES_DO_NOT_TELL", "SELFIE_NOT_LIVE"})
    void pictures_that_do_not_tell_lead_to_a_person_whatever_somebody_found_before(DecisionCode code) {
        var waiting = find(open(), ANN, DecisionCode.FACES_DIFFER, Need.TWO).goesOn();
        assertThat(find(waiting, BEN, code, Need.ONE)).isInstanceOfSatisfying(Move.PassedOn.class, passed -> {
            assertThat(passed.state().kind()).isEqualTo(CaseKind.ATTENDED);
            assertThat(passed.state().stage()).isEqualTo(Stage.OPEN);
            assertThat(passed.state().opinions()).isEmpty();
        });
    }

    @Test
    void erased_pictures_end_the_work_of_a_reviewer_and_what_was_found_by_them() {
        var waiting = find(open(), ANN, DecisionCode.FACES_DIFFER, Need.TWO).goesOn();
        var locked = waiting.locked(new Lock(BEN, LATER, false));
        var anew = CaseMachine.next(locked, new LosePictures(), NOW).goesOn();
        assertThat(anew).isEqualTo(CaseState.opened(CaseKind.ATTENDED, Set.of()));
        assertThat(CaseMachine.next(anew, new LosePictures(), NOW).goesOn()).isEqualTo(anew);
    }

    @Test
    void erased_pictures_do_not_disturb_an_agent() {
        var met = open().locked(new Lock(ANN, LATER, true));
        assertThat(CaseMachine.next(met, new LosePictures(), NOW).goesOn().lock())
                .isEqualTo(met.lock());
    }

    @Test
    void what_was_found_before_the_limit_of_lines_was_known_counts_no_more_and_who_met_it_goes_on() {
        var waiting =
                find(open(), ANN, DecisionCode.IDENTITY_CONFIRMED, Need.TWO).goesOn();
        var locked = waiting.locked(new Lock(BEN, LATER, false));

        var anew = CaseMachine.next(locked, new MeetLineLimit(), NOW).goesOn();

        assertThat(anew.stage()).isEqualTo(Stage.OPEN);
        assertThat(anew.opinions()).isEmpty();
        assertThat(anew.lock()).isEqualTo(locked.lock());
        assertThat(CaseMachine.next(anew, new MeetLineLimit(), NOW).goesOn()).isEqualTo(anew);
    }

    @Test
    void nobody_ends_anothers_lock() {
        assertThat(name(CaseMachine.next(open().locked(lock("ben")), new Release(ANN), NOW)))
                .isEqualTo("NO_LOCK");
        assertThat(CaseMachine.next(open().locked(lock("ann")), new Release(ANN), NOW)
                        .goesOn()
                        .lock())
                .isNull();
    }

    @Test
    void what_is_withdrawn_takes_no_step() {
        var withdrawn = CaseMachine.next(open(), new Withdraw(), NOW).goesOn();
        assertThat(name(CaseMachine.next(withdrawn, new Withdraw(), NOW))).isEqualTo("CLOSED");
        assertThat(name(CaseMachine.next(withdrawn, new LosePictures(), NOW))).isEqualTo("CLOSED");
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_why_a_step_is_barred_is_a_problem(Why why) {
        assertThat(why.problem().type().status().is4xxClientError()).isTrue();
    }

    static Attestation document(String number) {
        return new Attestation(
                Attestation.Kind.PASSPORT,
                "Muster",
                "Erika",
                number,
                LocalDate.of(1990, 5, 17),
                null,
                Set.of(Attestation.Examination.SECURITY_FEATURES));
    }

    private static CaseState open() {
        return CaseState.opened(CaseKind.PICTURES, Set.of());
    }

    private static Move find(CaseState state, UUID staff, DecisionCode code, Need need) {
        return CaseMachine.next(
                state.locked(new Lock(staff, LATER, false)), new Find(Opinion.byPictures(staff, code), need), NOW);
    }

    private static Lock lock(String name) {
        return switch (name) {
            case "ann" -> new Lock(ANN, NOW.plusSeconds(1), false);
            case "ben" -> new Lock(BEN, NOW.plusSeconds(1), false);
            case "ben-expired" -> new Lock(BEN, NOW, false);
            default -> null;
        };
    }

    private static String name(Move move) {
        return move instanceof Move.Barred(var why) ? why.name() : "goes on";
    }
}
