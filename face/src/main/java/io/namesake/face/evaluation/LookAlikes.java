package io.namesake.face.evaluation;

import java.util.List;

/**
 * The nearest impostor of each person: of all pictures of other persons, the one that is most alike to one of theirs. An attacker who can
 * choose among so many people to find a look-alike does as well as this; a false match rate is about strangers met by chance.
 *
 * @param persons how many persons have an impostor
 * @param others persons that each of them is compared with
 * @param median of the persons' highest similarity to another person
 * @param reached at each operating point, the share of persons whose nearest impostor matches
 */
public record LookAlikes(int persons, int others, double median, List<Reached> reached) {
    public LookAlikes {
        reached = List.copyOf(reached);
    }

    /**
     * One operating point.
     *
     * @param falseMatchRate the false match rate of its threshold among all pairs
     * @param share of persons whose nearest impostor reaches the threshold, with the interval of Wilson
     */
    public record Reached(double falseMatchRate, Rate share) {}
}
