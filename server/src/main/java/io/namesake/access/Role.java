package io.namesake.access;

/** What one of an operator's people may do. Each role opens its own operations and none of another's (least privilege). */
public enum Role {
    /** Stands before the person in a shop: attended checks, help, lines on paper for the person who is there. */
    AGENT,
    /** Decides cases that a machine could not. */
    REVIEWER,
    /** A reviewer who may be the second where two people have to agree, when the operator's settings ask for such a person. */
    SECOND_REVIEWER,
    /** Sees to it that cases are decided in time: queues, seeded cases, campaigns. No look at a person. */
    SUPERVISOR,
    /** Checks that the rules were kept: the audit log, counts, logged looks. No look at a person. */
    AUDITOR,
    /** Connects the operator's systems: API clients, webhooks, imports, orders of lines. No case, and no program that opens one. */
    ENGINEER
}
