package io.namesake.registry.internal;

import io.namesake.registry.Holdings.Count;
import io.namesake.registry.LineIdentifier;
import java.util.Comparator;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** How many lines a person may hold before a person has to allow one more. The rule with the longest beginning counts. */
@Component
@EnableConfigurationProperties(LinesPerPersonSettings.class)
class LinesPerPerson {
    private final HoldingTable holdings;
    private final LinesPerPersonSettings settings;

    LinesPerPerson(HoldingTable holdings, LinesPerPersonSettings settings) {
        this.holdings = holdings;
        this.settings = settings;
    }

    /** How many lines the holder has under the rule that holds for this line, and how many it allows. */
    Count count(UUID holder, LineIdentifier line) {
        var rule = settings.rules().stream()
                .filter(candidate ->
                        candidate.service() == line.service() && line.value().startsWith(candidate.prefix()))
                .max(Comparator.comparingInt(candidate -> candidate.prefix().length()));
        var prefix = rule.map(LinesPerPersonSettings.Rule::prefix).orElse("");
        int most = rule.map(LinesPerPersonSettings.Rule::most).orElse(settings.most());
        return new Count(holdings.count(holder, line.service(), prefix), most);
    }
}
