package io.namesake.document.number;

import java.util.Optional;
import java.util.Set;

/**
 * The countries whose machine-readable zones are known to hold the national number as optional data. Each was seen on the specimens that the issuer gave to the
 * Council of the European Union's public register of identity documents (PRADO), or on a chip of its own; ICAO Doc 9303 leaves the field to the issuer, and no
 * list of its uses is published. A country is added when its specimen was seen.
 */
final class ZoneNumbers {
    /** Czech passport 2006, Spanish DNI (TD1) 2006, Lithuanian card 2009, Latvian card 2012, Dutch passport (chip of the specimen, 2006), Swedish card 2012. */
    private static final Set<String> COUNTRIES = Set.of("CZE", "ESP", "LTU", "LVA", "NLD", "SWE");

    private ZoneNumbers() {}

    /** @param issuer as the zone writes it */
    static Optional<NationalNumberRule> of(String issuer) {
        return COUNTRIES.contains(issuer) ? NationalNumbers.of(issuer) : Optional.empty();
    }
}
