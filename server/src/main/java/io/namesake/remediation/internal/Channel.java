package io.namesake.remediation.internal;

/** By what a notice travels. */
enum Channel {
    /** To the line itself. */
    SMS,
    EMAIL,
    /** The operator prints and posts it. */
    LETTER
}
