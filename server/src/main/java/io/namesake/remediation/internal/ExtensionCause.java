package io.namesake.remediation.internal;

/** Why somebody needs more time. Nobody is asked to prove it. */
enum ExtensionCause {
    TRAVEL,
    ILLNESS,
    DISABILITY
}
