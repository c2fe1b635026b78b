package io.namesake.access;

/** Which operators there are, and how they are called. */
public interface OperatorDirectory {

    /** @throws IllegalStateException for an operator that does not exist */
    String of(OperatorId operator);

    /** The operator that was there first, who takes the applications of people who come to no operator. */
    OperatorId first();
}
