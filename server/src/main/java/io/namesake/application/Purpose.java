package io.namesake.application;

/** What an application is for. */
public enum Purpose {
    /** A line that nobody holds. */
    NEW_LINE,
    /** A line in use whose holder stands for it again, or which somebody is to stand for after a doubt. */
    REVERIFY,
    /** A line whose holder is to agree to another SIM for it. */
    SIM_CHANGE,
    /** No line: the person wants to see what stands in their name. */
    MY_LINES
}
