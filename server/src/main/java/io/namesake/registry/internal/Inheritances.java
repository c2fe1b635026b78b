package io.namesake.registry.internal;

import io.namesake.access.OperatorId;
import io.namesake.database.AcrossOperators;
import io.namesake.registry.Holding;
import io.namesake.registry.Transfer;
import io.namesake.registry.Transfers.Offer;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The line of somebody who has died goes to an heir, who is verified like anybody. The operator hands the offer's token to
 * whoever showed it the evidence; it does not choose a holder.
 */
@Component
@AcrossOperators(because = "a person lives or does not, at every operator alike")
class Inheritances {
    private static final int MOST = 1_000;

    private final LineChanges changes;
    private final TransferTable transfers;
    private final TransferOffers offers;
    private final TransferEnds ends;
    private final HoldingTable holdings;
    private final HolderTable holders;
    private final LineTable lines;
    private final LineNews news;
    private final Clock clock;

    Inheritances(
            LineChanges changes,
            TransferTable transfers,
            TransferOffers offers,
            TransferEnds ends,
            HoldingTable holdings,
            HolderTable holders,
            LineTable lines,
            LineNews news,
            Clock clock) {
        this.changes = changes;
        this.transfers = transfers;
        this.offers = offers;
        this.ends = ends;
        this.holdings = holdings;
        this.holders = holders;
        this.lines = lines;
        this.news = news;
        this.clock = clock;
    }

    /** What the operator was shown. The list is closed. */
    enum Evidence {
        DEATH_CERTIFICATE,
        CERTIFICATE_OF_INHERITANCE,
        COURT_ORDER,
        NOTICE_OF_THE_REGISTER
    }

    /** Notes the death and makes the offer. An open handover of the one who has died ends; an open offer to heirs is made anew. */
    @Transactional
    public Offer offer(OperatorId operator, @Nullable String text, Evidence evidence) {
        var found = changes.find(operator, text);
        var open = transfers.lockOpen(found.id());
        var line = changes.lock(operator, text);
        LineChanges.requireInUse(line);
        var holding =
                holdings.current(line.id()).orElseThrow(() -> TransferObstacles.notPossible("Nobody holds this line."));
        if (!holders.isPerson(holding.holderId())) {
            throw TransferObstacles.notPossible("An organisation holds this line.");
        }
        open.ifPresent(before -> ends.end(before, stepOver(before, holding), null));
        var now = clock.instant();
        if (holders.deceased(holding.holderId(), now)) {
            tellOtherOperators(holding, now);
        }
        return offers.make(line, holding, Transfer.Kind.INHERITANCE, Map.of("evidence", evidence.name()));
    }

    private static TransferMachine.Step stepOver(TransferTable.Row open, Holding holding) {
        return open.holdingId().equals(holding.id())
                ? TransferMachine.Step.WITHDRAW
                : TransferMachine.Step.HOLDING_ENDED;
    }

    /** Each hears of its own line alone; this line has its offer. */
    private void tellOtherOperators(Holding inherited, Instant now) {
        for (var holding : holdings.inOwnName(inherited.holderId(), MOST)) {
            if (!holding.lineId().equals(inherited.lineId())) {
                var line = lines.byId(holding.lineId()).orElseThrow();
                news.log("line.holder-deceased", line.operatorId(), line.id(), Map.of());
                news.holderDeceased(line.operatorId(), line.id(), now);
            }
        }
    }
}
