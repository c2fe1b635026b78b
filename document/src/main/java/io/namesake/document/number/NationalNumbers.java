package io.namesake.document.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The registry of national number formats. */
public final class NationalNumbers {
    private static final Map<String, NationalNumberRule> RULES = new TreeMap<>();

    static {
        List<FormatRule> rules = new ArrayList<>(List.of(China.RULE));
        rules.addAll(NorthernEurope.rules());
        rules.addAll(WesternEurope.rules());
        rules.addAll(SouthernEurope.rules());
        rules.addAll(EasternEurope.rules());
        rules.addAll(Americas.rules());
        rules.addAll(EastAsia.rules());
        rules.addAll(AsiaAndAfrica.rules());
        for (FormatRule rule : rules) {
            if (RULES.put(rule.country(), rule) != null) {
                throw new IllegalStateException("two rules for " + rule.country());
            }
        }
    }

    private NationalNumbers() {}

    /**
     * The rule of a country.
     *
     * @param country ISO 3166-1 alpha-3, or {@code D} as machine-readable zones write Germany (ICAO Doc 9303-3, section 5)
     * @return empty when none is known
     */
    public static Optional<NationalNumberRule> of(String country) {
        return Optional.ofNullable(RULES.get(country.equals("D") ? "DEU" : country));
    }

    /** Every rule, by country. */
    public static List<NationalNumberRule> all() {
        return List.copyOf(RULES.values());
    }
}
