package io.namesake.sandbox;

/** What the register of the made-up country says of a document. */
public enum Register {
    MATCH,
    MISMATCH,
    UNKNOWN,
    /** Nothing, however often it is asked. */
    SILENT,
    /** Nothing at first; MATCH when it is asked again. */
    SILENT_AT_FIRST
}
