package io.namesake.registry;

/**
 * What must hold before another SIM works for a line. All rules that are beans are asked, in the transaction that makes the
 * change: whatever module demands that somebody is verified first adds one.
 */
public interface SimChangeRule {

    /** @throws io.namesake.problem.Problem when the line must not get another SIM now */
    void require(Line line);
}
