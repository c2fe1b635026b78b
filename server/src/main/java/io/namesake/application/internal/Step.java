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
    EXPIRE,
    /** What follows is decided by people, of an application in review. No machine takes these steps. */
    VERIFY_BY_PERSON,
    REFUSE_BY_PERSON,
    /** The pictures do not tell; a person has to see the applicant. */
    REFER_TO_ATTENDED_CHECK;

    static Step of(Outcome outcome) {
        return switch (outcome) {
            case VERIFIED -> VERIFY;
            case REFUSED -> REFUSE;
            case REVIEW -> REFER_TO_REVIEW;
        };
    }

    /** The step of a person who decided so. */
    static Step byPerson(Outcome outcome) {
        return switch (outcome) {
            case VERIFIED -> VERIFY_BY_PERSON;
            case REFUSED -> REFUSE_BY_PERSON;
            case REVIEW -> REFER_TO_ATTENDED_CHECK;
        };
    }
}
