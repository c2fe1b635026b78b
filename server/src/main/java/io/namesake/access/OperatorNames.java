package io.namesake.access;

/** How operators are called. */
public interface OperatorNames {

    /** @throws IllegalStateException for an operator that does not exist */
    String of(OperatorId operator);
}
