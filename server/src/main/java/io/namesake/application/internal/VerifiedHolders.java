package io.namesake.application.internal;

import io.namesake.registry.HolderDetails;
import io.namesake.registry.Holders;
import io.namesake.registry.Holdings;
import io.namesake.registry.LineLimitReached;
import io.namesake.registry.LineTaken;
import io.namesake.registry.Lines;
import io.namesake.registry.SimChanges;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the registry who was verified: with the line that they get or stand for again, or without one. */
@Component
class VerifiedHolders {
    private final Lines lines;
    private final Holders holders;
    private final Holdings holdings;
    private final SimChanges simChanges;

    VerifiedHolders(Lines lines, Holders holders, Holdings holdings, SimChanges simChanges) {
        this.lines = lines;
        this.holders = holders;
        this.holdings = holdings;
        this.simChanges = simChanges;
    }

    /**
     * In the transaction that records the decision.
     *
     * @param exception whether a person allowed more lines than the rules do
     * @return the registry's holder
     * @throws LineTaken when the line is in somebody else's name, also where its holder is to agree to another SIM
     * @throws LineLimitReached when the person has too many lines
     */
    @Transactional(
            propagation = Propagation.MANDATORY,
            noRollbackFor = {LineTaken.class, LineLimitReached.class})
    public UUID register(LineApplication application, HolderDetails person, boolean exception) {
        return switch (application.purpose()) {
            case NEW_LINE, REVERIFY -> {
                var line = lines.activate(
                        application.operatorId(), application.requiredLine(), application.id(), person, exception);
                yield holdings.current(line.id()).orElseThrow().holderId();
            }
            case SIM_CHANGE -> simChanges.verified(application.id(), person);
            case MY_LINES -> holders.recognise(person);
        };
    }
}
