package io.namesake.access.internal;

/** How one of the staff comes in. */
enum SignInState {
    /** By a token only. */
    TOKEN,
    /** They have a link and have not set up both factors yet. */
    INVITED,
    /** By number, password and device. */
    READY
}
