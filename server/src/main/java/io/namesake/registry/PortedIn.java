package io.namesake.registry;

import java.time.Instant;

/**
 * Where a number came from that another operator had before.
 *
 * @param from the other operator, as people call it; 1 to 100 printable characters, and nobody's name
 * @param at when the network let it over
 */
public record PortedIn(String from, Instant at) {}
