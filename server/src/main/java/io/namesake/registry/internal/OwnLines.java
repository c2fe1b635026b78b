package io.namesake.registry.internal;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Holding;
import io.namesake.registry.Organisations;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether a line is for this person to act on: their own, or their organisation's. */
@Component
class OwnLines {
    private final HoldingTable holdings;
    private final HolderTable holders;
    private final Organisations organisations;

    OwnLines(HoldingTable holdings, HolderTable holders, Organisations organisations) {
        this.holdings = holdings;
        this.holders = holders;
        this.organisations = organisations;
    }

    /** @throws Problem {@code line-unknown} for every other line, whether there is such a line or not */
    Holding require(UUID person, UUID line) {
        return holdings.current(line)
                .filter(holding -> isOrActsFor(person, holding.holderId()))
                .orElseThrow(() -> new Problem(ProblemType.LINE_UNKNOWN));
    }

    boolean isOrActsFor(UUID person, UUID holder) {
        var known = holders.surviving(person);
        return known.equals(holder) || organisations.actingFor(known, holder).isPresent();
    }
}
