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
 * @param measures what the fusion takes, in its order
 */
public record AttackTrial(String set, Optional<String> species, String person, List<Double> measures) {
    public AttackTrial {
        Objects.requireNonNull(set, "set");
        Objects.requireNonNull(species, "species");
        Objects.requireNonNull(person, "person");
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
        return species.orElse(set);
    }
}
