package io.namesake.application.internal;

import io.namesake.decision.Outcome;

/** What can be tried with an application. */
enum Step {
    GIVE_CONSENT,
    /** Sending a picture, or having one looked at. */
    SHOW_PICTURE,
    SUBMIT,
    REQUEST_ATTENDED_CHECK,
    /** Taking the consent back, up to the decision: what it was given for is erased, and a person looks. */
    WITHDRAW_CONSENT,
    VERIFY,
    REFUSE,
    REFER_TO_REVIEW,
    EXPIRE;

    static Step of(Outcome outcome) {
        return switch (outcome) {
            case VERIFIED -> VERIFY;
            case REFUSED -> REFUSE;
            case REVIEW -> REFER_TO_REVIEW;
        };
    }
}
