package io.namesake.registry.internal;

import io.namesake.registry.Service;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many lines a person may hold ({@code namesake.lines-per-person}). States set 5, 9 or 10, some of them by region.
 *
 * @param most of one service, where no rule says otherwise; 1 to 10,000
 * @param rules for services and regions
 */
@ConfigurationProperties("namesake.lines-per-person")
record LinesPerPersonSettings(
        @DefaultValue("10") int most, @DefaultValue List<Rule> rules) {

    /**
     * One rule.
     *
     * @param service for which service
     * @param prefix for lines that begin so, such as {@code +91}; empty for all
     * @param most how many; 1 to 10,000
     */
    record Rule(Service service, @DefaultValue("") String prefix, int most) {
        Rule {
            requireSensible(most);
        }
    }

    LinesPerPersonSettings {
        requireSensible(most);
        rules = List.copyOf(rules);
    }

    private static void requireSensible(int most) {
        if (most < 1 || most > 10_000) {
            throw new IllegalArgumentException(
                    "namesake.lines-per-person: a person may hold 1 to 10000 lines, not " + most);
        }
    }
}
