package io.namesake.application.internal;

import static io.namesake.application.internal.State.CONSENTED;
import static io.namesake.application.internal.State.CREATED;
import static io.namesake.application.internal.State.EXPIRED;
import static io.namesake.application.internal.State.REFUSED;
import static io.namesake.application.internal.State.REVIEW;
import static io.namesake.application.internal.State.VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StateMachineTest {
    private static final StateMachine.Situation COMPLETE = new StateMachine.Situation(true, false);
    private static final StateMachine.Situation INCOMPLETE = new StateMachine.Situation(false, false);

    /** Every state and step, with everything sent and no refusal for the face. A dash: it leads nowhere, for that reason. */
    @ParameterizedTest(name = "{0} on {1} gives {2}")
    @CsvSource({
        "CREATED,   GIVE_CONSENT,           CONSENTED",
        "CREATED,   SHOW_PICTURE,           -consent-required",
        "CREATED,   SUBMIT,                 -consent-required",
        "CREATED,   WITHDRAW_CONSENT,       -consent-required",
        "CREATED,   REQUEST_ATTENDED_CHECK, REVIEW",
        "CREATED,   VERIFY,                 -application-incomplete",
        "CREATED,   REFUSE,                 -application-incomplete",
        "CREATED,   REFER_TO_REVIEW,        -application-incomplete",
        "CREATED,   EXPIRE,                 EXPIRED",
        "CONSENTED, GIVE_CONSENT,           CONSENTED",
        "CONSENTED, SHOW_PICTURE,           CONSENTED",
        "CONSENTED, SUBMIT,                 SUBMITTED",
        "CONSENTED, WITHDRAW_CONSENT,       REVIEW",
        "CONSENTED, REQUEST_ATTENDED_CHECK, REVIEW",
        "CONSENTED, VERIFY,                 -application-incomplete",
        "CONSENTED, REFUSE,                 -application-incomplete",
        "CONSENTED, REFER_TO_REVIEW,        -application-incomplete",
        "CONSENTED, EXPIRE,                 EXPIRED",
        "SUBMITTED, GIVE_CONSENT,           -already-submitted",
        "SUBMITTED, SHOW_PICTURE,           -already-submitted",
        "SUBMITTED, SUBMIT,                 -already-submitted",
        "SUBMITTED, WITHDRAW_CONSENT,       REVIEW",
        "SUBMITTED, REQUEST_ATTENDED_CHECK, -attended-check-not-possible",
        "SUBMITTED, VERIFY,                 VERIFIED",
        "SUBMITTED, REFUSE,                 REFUSED",
        "SUBMITTED, REFER_TO_REVIEW,        REVIEW",
        "SUBMITTED, EXPIRE,                 -already-submitted",
        "CREATED, VERIFY_BY_PERSON, -application-incomplete",
        "CREATED, REFUSE_BY_PERSON, -application-incomplete",
        "CREATED, REFER_TO_ATTENDED_CHECK, -application-incomplete",
        "CONSENTED, VERIFY_BY_PERSON, -application-incomplete",
        "CONSENTED, REFUSE_BY_PERSON, -application-incomplete",
        "CONSENTED, REFER_TO_ATTENDED_CHECK, -application-incomplete",
        "SUBMITTED, VERIFY_BY_PERSON, -already-submitted",
        "SUBMITTED, REFUSE_BY_PERSON, -already-submitted",
        "SUBMITTED, REFER_TO_ATTENDED_CHECK, -already-submitted",
        "REVIEW, VERIFY_BY_PERSON, VERIFIED",
        "REVIEW, REFUSE_BY_PERSON, REFUSED",
        "REVIEW, REFER_TO_ATTENDED_CHECK, REVIEW",
    })
    void open_states_lead(State from, Step step, String expected) {
        assertThat(StateMachine.next(from, step, COMPLETE)).isEqualTo(transition(expected));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void a_decided_application_takes_no_step_but_the_attended_check_after_a_refusal_for_the_face(Step step) {
        var expected =
                transition(step == Step.REQUEST_ATTENDED_CHECK ? "-attended-check-not-possible" : "-already-submitted");
        assertThat(StateMachine.next(VERIFIED, step, COMPLETE)).isEqualTo(expected);
        assertThat(StateMachine.next(REFUSED, step, COMPLETE)).isEqualTo(expected);

        var forTheFace = new StateMachine.Situation(false, true);
        assertThat(StateMachine.next(REFUSED, step, forTheFace))
                .isEqualTo(step == Step.REQUEST_ATTENDED_CHECK ? new Transition.To(REVIEW) : expected);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"VERIFY_BY_PERSON", "REFUSE_BY_PERSON", "REFER_TO_ATTENDED_CHECK"})
    void nothing_but_a_person_leads_out_of_a_review(Step step) {
        var expected =
                transition(step == Step.REQUEST_ATTENDED_CHECK ? "-attended-check-not-possible" : "-already-submitted");
        assertThat(StateMachine.next(REVIEW, step, COMPLETE))
                .isEqualTo(step == Step.WITHDRAW_CONSENT ? new Transition.To(REVIEW) : expected);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void an_expired_application_takes_no_step_at_all(Step step) {
        assertThat(StateMachine.next(EXPIRED, step, COMPLETE)).isEqualTo(transition("-capture-link-expired"));
    }

    @Test
    void an_application_with_something_missing_cannot_be_submitted() {
        assertThat(StateMachine.next(CONSENTED, Step.SUBMIT, INCOMPLETE))
                .isEqualTo(transition("-application-incomplete"));
    }

    @Test
    void a_step_that_cannot_be_taken_is_a_problem() {
        assertThat(StateMachine.next(CREATED, Step.GIVE_CONSENT, INCOMPLETE).orThrow())
                .isEqualTo(CONSENTED);
        assertThatThrownBy(() -> StateMachine.next(CREATED, Step.SHOW_PICTURE, INCOMPLETE)
                        .orThrow())
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.CONSENT_REQUIRED));
    }

    private static Transition transition(String text) {
        return text.startsWith("-")
                ? new Transition.Barred(
                        ProblemType.valueOf(text.substring(1).replace('-', '_').toUpperCase(Locale.ROOT)))
                : new Transition.To(State.valueOf(text));
    }
}
