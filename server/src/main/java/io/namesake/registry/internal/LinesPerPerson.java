package io.namesake.registry.internal;

import io.namesake.database.AcrossOperators;
import io.namesake.registry.Holdings.Count;
import io.namesake.registry.LineIdentifier;
import java.util.Comparator;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** How many lines a person may hold before a person has to allow one more. The rule with the longest beginning counts. */
@Component
@EnableConfigurationProperties(LinesPerPersonSettings.class)
@AcrossOperators(because = "the law counts a person's lines at all operators")
class LinesPerPerson {
    private final HoldingTable holdings;
    private final HolderTable holders;
    private final TransferTable transfers;
    private final LinesPerPersonSettings settings;

    LinesPerPerson(
            HoldingTable holdings, HolderTable holders, TransferTable transfers, LinesPerPersonSettings settings) {
        this.holdings = holdings;
        this.holders = holders;
        this.transfers = transfers;
        this.settings = settings;
    }

    /** How many lines the holder has under the rule that holds for this line, and how many it allows. */
    Count count(UUID holder, LineIdentifier line) {
        var rule = rule(line);
        return new Count(holdings.count(holder, line.service(), rule.prefix()), rule.most());
    }

    /** Whether one more would be too many. Nobody else's count of this holder's lines comes between until the transaction ends. */
    boolean isFull(UUID holder, LineIdentifier line) {
        holders.lockCount(holder);
        return count(holder, line).full();
    }

    /** How many, with the lines that are on their way to the holder. */
    Count countWithComing(UUID holder, LineIdentifier line) {
        var rule = rule(line);
        int held = holdings.count(holder, line.service(), rule.prefix());
        return new Count(held + transfers.coming(holder, line.service(), rule.prefix()), rule.most());
    }

    private LinesPerPersonSettings.Rule rule(LineIdentifier line) {
        return settings.rules().stream()
                .filter(candidate ->
                        candidate.service() == line.service() && line.value().startsWith(candidate.prefix()))
                .max(Comparator.comparingInt(candidate -> candidate.prefix().length()))
                .orElseGet(() -> new LinesPerPersonSettings.Rule(line.service(), "", settings.most()));
    }
}
