package io.namesake.document.print.zone;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The three letters of states and organisations that issue travel documents (ICAO Doc 9303-3, section 5). */
final class StateCodes {
    /** Those that are not in ISO 3166-1, and ICAO's own for specimens. */
    private static final Stream<String> OTHERS = Stream.of(
            "D<<", "GBD", "GBN", "GBO", "GBP", "GBS", "EUE", "UNO", "UNA", "UNK", "XOM", "XXA", "XXB", "XXC", "XXX",
            "XBA", "XIM", "XCC", "XCE", "XCO", "XEC", "XPO", "XES", "XMP", "XCT", "XDC", "IAO", "RKS", "XKX", "WSA",
            "UTO", "NTZ", "ROM", "ZAR", "TMP", "ANT");

    private static final Set<String> ALL = Stream.concat(
                    Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3).stream(), OTHERS)
            .collect(Collectors.toUnmodifiableSet());

    private StateCodes() {}

    static Set<String> all() {
        return ALL;
    }
}
