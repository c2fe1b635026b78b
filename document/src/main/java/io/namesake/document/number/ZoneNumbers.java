package io.namesake.document.number;

import java.util.Optional;
import java.util.Set;

/**
 * The countries whose machine-readable zones are known to hold the national number as optional data. ICAO Doc 9303 leaves the field to the issuer, and no list of
 * its uses is published; so each of these was seen on a specimen of the issuer, whose zones stand in {@code NationalNumberCheckTest} and {@code SharedChipsTest} or,
 * for Czechia, Latvia and Lithuania, in the test data of public readers of such zones. A country is added when its specimen was seen.
 */
final class ZoneNumbers {
    /** Cards of Belgium, Croatia, Estonia, Latvia, Lithuania, Spain and Sweden, passports of Czechia and the Netherlands. */
    private static final Set<String> COUNTRIES = Set.of("BEL", "CZE", "ESP", "EST", "HRV", "LTU", "LVA", "NLD", "SWE");

    private ZoneNumbers() {}

    /** @param issuer as the zone writes it */
    static Optional<NationalNumberRule> of(String issuer) {
        return COUNTRIES.contains(issuer) ? NationalNumbers.of(issuer) : Optional.empty();
    }
}
