package io.namesake.registry;

/** What is asked for on a line. */
public enum Service {
    /** A mobile telephone number. */
    MOBILE,
    /** A telephone number of a fixed network. */
    FIXED,
    /** An account for access to the internet. */
    INTERNET
}
