package io.namesake.application.internal;

/** Where an application stands. */
enum State {
    /** The capture link is out; nothing was agreed to, nothing was sent. */
    CREATED,
    /** The applicant agreed to the face comparison; pictures may be sent. */
    CONSENTED,
    /** Everything was sent; the decision is being made. */
    SUBMITTED,
    /** The applicant is who the document says. */
    VERIFIED,
    /** The evidence does not bear out the application. */
    REFUSED,
    /** A person has to decide. */
    REVIEW,
    /** Never submitted in time; everything that was sent is erased. */
    EXPIRED
}
