package io.namesake.face.evaluation.attacks;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One presentation that was measured.
 *
 * @param set where it comes from
 * @param species the attack species; empty for a living person
 * @param person whose face it is, within the set
 * @param wearer who wears a print, when that is another person than whom it shows
 * @param matches whether the comparison with a picture of the person takes it for that person; empty when it was not made
 * @param measures what the fusion takes, in its order
 */
public record AttackTrial(
        String set,
        Optional<String> species,
        String person,
        Optional<String> wearer,
        Optional<Boolean> matches,
        List<Double> measures) {
    private static final String ON_ANOTHER = "-on-another";

    /** Of what was not compared with anything, and is worn by nobody else. No measures stand for one that is yet to be looked at. */
    AttackTrial(String set, Optional<String> species, String person, List<Double> measures) {
        this(set, species, person, Optional.empty(), Optional.empty(), measures);
    }

    public AttackTrial {
        Objects.requireNonNull(set, "set");
        Objects.requireNonNull(species, "species");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(wearer, "wearer");
        Objects.requireNonNull(matches, "matches");
        measures = List.copyOf(measures);
    }

    boolean live() {
        return species.isEmpty();
    }

    /** Whether thresholds are set by it: a living person as a camera would show them. */
    boolean counts() {
        return live() && !set.endsWith(AttackMeasurement.RANDOMISED_CAMERA);
    }

    /** The group that is reported, and weighed, as one. */
    String group() {
        return species.map(name -> wearer.isPresent() ? name + ON_ANOTHER : name)
                .orElse(set);
    }

    /** The same, worn by somebody else. */
    AttackTrial wornBy(String other) {
        return new AttackTrial(set, species, person, Optional.of(other), matches, measures);
    }

    /** The same, once it was looked at. */
    AttackTrial measured(Optional<Boolean> compared, List<Double> seen) {
        return new AttackTrial(set, species, person, wearer, compared, seen);
    }
}
