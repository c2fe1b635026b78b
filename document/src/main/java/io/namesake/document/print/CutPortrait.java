package io.namesake.document.print;

import io.namesake.document.print.page.Quad;

/**
 * Where the portrait was cut out.
 *
 * @param picture of those that were given, from 0
 * @param place in that picture, pixels
 */
public record CutPortrait(int picture, Quad place) {}
