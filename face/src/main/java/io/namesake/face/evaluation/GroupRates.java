package io.namesake.face.evaluation;

import java.util.Optional;

/**
 * How the comparison does on one group of people: genuine pairs of its persons, and impostor pairs within the group, which is where
 * look-alikes are.
 *
 * @param group its name
 * @param persons how many
 * @param images their usable pictures
 * @param sentBack how many of these the quality gate sends back
 * @param rates error rates, without the gate; empty when the group has no genuine or no impostor pair
 */
public record GroupRates(String group, int persons, int images, int sentBack, Optional<MeasuredRates> rates) {}
