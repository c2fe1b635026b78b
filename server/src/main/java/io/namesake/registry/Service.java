package io.namesake.registry;

/** What is asked for. */
public enum Service {
    /** A mobile number (E.164). */
    MOBILE,
    /** A fixed-line number (E.164). */
    FIXED,
    /** An internet access account (RFC 7542 network access identifier). */
    INTERNET
}
