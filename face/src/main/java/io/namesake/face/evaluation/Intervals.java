package io.namesake.face.evaluation;

/**
 * What stands behind the intervals that come from drawing the persons anew. Of fewer than {@value #LEAST_PERSONS} persons none is given:
 * whoever they happen to be is drawn again and again, and the interval would be narrow for the wrong reason.
 *
 * @param genuinePersons persons in the pairs of the same person
 * @param impostorPersons persons in the pairs of different persons
 * @param personPairs pairs of persons in them; many comparisons of the same two persons say no more about others than one does
 * @param roundsLeftOut of {@value #ROUNDS} rounds those that drew no pair of one of the two kinds, and so say nothing of any rate
 */
public record Intervals(int genuinePersons, int impostorPersons, long personPairs, int roundsLeftOut) {
    /** How often the persons are drawn anew. */
    public static final int ROUNDS = 1000;

    /** Persons that an interval needs. */
    public static final int LEAST_PERSONS = 10;

    /** Whether thresholds and false match rates have intervals. */
    public boolean ofImpostors() {
        return impostorPersons >= LEAST_PERSONS && roundsLeftOut < ROUNDS;
    }

    /** Whether false non-match rates have them at a threshold that was given. */
    public boolean ofGenuine() {
        return genuinePersons >= LEAST_PERSONS && roundsLeftOut < ROUNDS;
    }

    /** Whether they have them at a threshold that was found in the same round. */
    public boolean ofBoth() {
        return ofImpostors() && ofGenuine();
    }
}
