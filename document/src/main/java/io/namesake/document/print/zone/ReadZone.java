package io.namesake.document.print.zone;

import io.namesake.document.mrz.Mrz;

/**
 * A zone that was read.
 *
 * @param zone what it says; all its digits are right
 * @param repairs how many characters the digits and the list of states changed from the likeliest reading; each weakens the digits as evidence
 * @param place where it lies
 */
public record ReadZone(Mrz zone, int repairs, ZoneRows place) {}
