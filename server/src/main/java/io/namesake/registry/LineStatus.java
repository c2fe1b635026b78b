package io.namesake.registry;

/** Whether the network may switch the line on. */
public enum LineStatus {
    /** Asked for; nobody is verified as its holder. */
    PENDING,
    /** In the name of a verified holder. */
    ACTIVE
}
