package io.namesake.document;

/** What a document says of the holder's sex (ICAO Doc 9303-4, 4.1.1.1: M, F or X, in the zone {@code <}). */
public enum Sex {
    FEMALE,
    MALE,
    UNSPECIFIED
}
