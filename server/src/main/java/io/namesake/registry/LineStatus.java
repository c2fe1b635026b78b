package io.namesake.registry;

/** Whether the network may switch the line on. */
public enum LineStatus {
    /** Asked for; its holder is not verified. */
    PENDING,
    /** In the name of a verified holder. */
    ACTIVE
}
