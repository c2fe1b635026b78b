package io.namesake.application.internal;

import static io.namesake.application.internal.State.CONSENTED;
import static io.namesake.application.internal.State.EXPIRED;
import static io.namesake.application.internal.State.REFUSED;
import static io.namesake.application.internal.State.REVIEW;
import static io.namesake.application.internal.State.SUBMITTED;
import static io.namesake.application.internal.State.VERIFIED;

import io.namesake.problem.ProblemType;

/**
 * Which steps an application can take from where, and where they lead. A pure function; nothing else changes a state.
 *
 * <p>Its laws: no picture before consent; a submitted application is decided, unless its consent is withdrawn, and can
 * neither be changed nor expire; an attended check is open until the submission, and after a refusal that is about the face or
 * that was made by pictures; a review ends by a person's hand only; what is verified stays verified.
 */
final class StateMachine {

    /**
     * What else the answer depends on.
     *
     * @param complete whether document, its fields and selfie are all there
     * @param refusedThoughAPersonCanHelp whether the decision is a refusal that a person who looks can overcome
     */
    record Situation(boolean complete, boolean refusedThoughAPersonCanHelp) {}

    private StateMachine() {}

    static Transition next(State state, Step step, Situation situation) {
        return switch (state) {
            case CREATED -> fromCreated(step);
            case CONSENTED -> fromConsented(step, situation);
            case SUBMITTED -> fromSubmitted(step);
            case REFUSED ->
                step == Step.REQUEST_ATTENDED_CHECK && situation.refusedThoughAPersonCanHelp()
                        ? to(REVIEW)
                        : closed(step);
            case REVIEW -> fromReview(step);
            case VERIFIED -> closed(step);
            case EXPIRED -> barred(ProblemType.CAPTURE_LINK_EXPIRED);
        };
    }

    private static Transition fromCreated(Step step) {
        return switch (step) {
            case GIVE_CONSENT -> to(CONSENTED);
            case REQUEST_ATTENDED_CHECK -> to(REVIEW);
            case EXPIRE -> to(EXPIRED);
            case SHOW_PICTURE, SUBMIT, WITHDRAW_CONSENT -> barred(ProblemType.CONSENT_REQUIRED);
            case VERIFY, REFUSE, REFER_TO_REVIEW, VERIFY_BY_PERSON, REFUSE_BY_PERSON, REFER_TO_ATTENDED_CHECK ->
                barred(ProblemType.APPLICATION_INCOMPLETE);
        };
    }

    private static Transition fromConsented(Step step, StateMachine.Situation situation) {
        return switch (step) {
            case GIVE_CONSENT, SHOW_PICTURE -> to(CONSENTED);
            case SUBMIT -> situation.complete() ? to(SUBMITTED) : barred(ProblemType.APPLICATION_INCOMPLETE);
            case REQUEST_ATTENDED_CHECK, WITHDRAW_CONSENT -> to(REVIEW);
            case EXPIRE -> to(EXPIRED);
            case VERIFY, REFUSE, REFER_TO_REVIEW, VERIFY_BY_PERSON, REFUSE_BY_PERSON, REFER_TO_ATTENDED_CHECK ->
                barred(ProblemType.APPLICATION_INCOMPLETE);
        };
    }

    private static Transition fromSubmitted(Step step) {
        return switch (step) {
            case VERIFY -> to(VERIFIED);
            case REFUSE -> to(REFUSED);
            case REFER_TO_REVIEW, WITHDRAW_CONSENT -> to(REVIEW);
            case REQUEST_ATTENDED_CHECK -> barred(ProblemType.ATTENDED_CHECK_NOT_POSSIBLE);
            case GIVE_CONSENT,
                    SHOW_PICTURE,
                    SUBMIT,
                    EXPIRE,
                    VERIFY_BY_PERSON,
                    REFUSE_BY_PERSON,
                    REFER_TO_ATTENDED_CHECK -> barred(ProblemType.ALREADY_SUBMITTED);
        };
    }

    /** Only people lead out of a review, never a machine. */
    private static Transition fromReview(Step step) {
        return switch (step) {
            case VERIFY_BY_PERSON -> to(VERIFIED);
            case REFUSE_BY_PERSON -> to(REFUSED);
            case REFER_TO_ATTENDED_CHECK, WITHDRAW_CONSENT -> to(REVIEW);
            default -> closed(step);
        };
    }

    private static Transition closed(Step step) {
        return barred(
                step == Step.REQUEST_ATTENDED_CHECK
                        ? ProblemType.ATTENDED_CHECK_NOT_POSSIBLE
                        : ProblemType.ALREADY_SUBMITTED);
    }

    private static Transition to(State state) {
        return new Transition.To(state);
    }

    private static Transition barred(ProblemType why) {
        return new Transition.Barred(why);
    }
}
