package io.namesake.registry;

/**
 * What of a line's use can be limited. The list is closed, and what it leaves out cannot be limited by anything in Namesake:
 * emergency calls, and calls to the operator's own service numbers, always work (promise 6).
 */
public enum Limit {
    /** No messages with verification codes are delivered: contains harm while it is unclear whose line it is. */
    VERIFICATION_CODES,
    /** No new outgoing calls and messages, but for emergency calls and the operator's own service numbers. */
    OUTGOING,
    /** No data, but for the pages that lead to verification. */
    DATA,
    /** No incoming calls and messages, but for the operator's own notices. */
    INCOMING
}
