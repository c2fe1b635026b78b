package io.namesake.face;

import java.time.Duration;

/**
 * How long a verification took, by stage, both pictures together (the elapsed time of a single thread).
 *
 * @param decode bytes to upright pixels
 * @param detect finding faces
 * @param landmarks finding the 68 points of each face
 * @param quality measuring the faces
 * @param embed alignment and embedding networks
 * @param presentationAttack the presentation-attack network
 * @param total from the call to the answer
 */
public record Timings(
        Duration decode,
        Duration detect,
        Duration landmarks,
        Duration quality,
        Duration embed,
        Duration presentationAttack,
        Duration total) {}
