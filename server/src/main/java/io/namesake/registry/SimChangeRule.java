package io.namesake.registry;

/**
 * What must hold before another SIM works for a line. All rules that are beans are asked, in the transaction that makes the
 * change: whatever module demands something more adds one.
 */
public interface SimChangeRule {

    /**
     * @param line locked
     * @param kind what changes, or is told for the first time: {@link EquipmentKind#isSim()}
     * @param value in its one form
     * @throws io.namesake.problem.Problem when the line must not get it now
     */
    void require(Line line, EquipmentKind kind, String value);
}
