package io.namesake.document.chip;

import io.namesake.document.trust.TrustedAuthority;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whose authority may vouch for a state's documents. A zone names the state or organisation by up to three letters (ICAO Doc 9303-3, section 5), an authority its country by the
 * two of ISO 3166-1 (ICAO Doc 9303-12, 7.1). Without this comparison the weakest key of all countries would forge the passports of each.
 */
final class IssuingState {
    /** Britain makes the passports of its territories and of the Crown's dependencies, some of which have an authority of their own. */
    private static final List<String> MADE_BY_BRITAIN =
            List.of("AIA", "BMU", "CYM", "FLK", "GGY", "GIB", "IMN", "JEY", "MSR", "PCN", "SHN", "TCA", "VGB");

    /** What ISO 3166-1 does not know or other letters stand for; UTO is ICAO's state of specimens. */
    private static final Map<String, Set<String>> OTHERS = Map.ofEntries(
            Map.entry("D", Set.of("DE")),
            Map.entry("EUE", Set.of("EU")),
            Map.entry("GBD", Set.of("GB")),
            Map.entry("GBN", Set.of("GB")),
            Map.entry("GBO", Set.of("GB")),
            Map.entry("GBP", Set.of("GB")),
            Map.entry("GBS", Set.of("GB")),
            Map.entry("HKG", Set.of("CN", "HK")),
            Map.entry("MAC", Set.of("CN", "MO")),
            Map.entry("RKS", Set.of("KS", "XK")),
            Map.entry("XKX", Set.of("KS", "XK")),
            Map.entry("UNA", Set.of("UN")),
            Map.entry("UNK", Set.of("UN")),
            Map.entry("UNO", Set.of("UN")),
            Map.entry("UTO", Set.of("UT")));

    private static final Map<String, Set<String>> COUNTRIES = countries();

    private IssuingState() {}

    /**
     * Whether an authority is the state's. Its country says so, or the zone's own letters in its alternative name, which alone organisations without two letters have.
     *
     * @param letters as the zone writes the issuing state
     */
    static boolean mayBeVouchedForBy(String letters, TrustedAuthority authority) {
        return COUNTRIES.getOrDefault(letters, Set.of()).contains(authority.country())
                || authority.lettersInZones().contains(letters);
    }

    private static Map<String, Set<String>> countries() {
        Map<String, Set<String>> countries = new HashMap<>();
        for (String country : Locale.getISOCountries()) {
            countries.put(Locale.of("", country).getISO3Country(), Set.of(country));
        }
        MADE_BY_BRITAIN.forEach(territory -> countries.computeIfPresent(
                territory, (_, own) -> Set.of(own.iterator().next(), "GB")));
        countries.putAll(OTHERS);
        return Map.copyOf(countries);
    }
}
