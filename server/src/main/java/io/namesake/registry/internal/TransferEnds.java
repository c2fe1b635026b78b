package io.namesake.registry.internal;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.EndCause;
import io.namesake.registry.Holding;
import io.namesake.registry.Line;
import io.namesake.registry.LineStatus;
import io.namesake.registry.Transfer;
import io.namesake.registry.TransferRefusal;
import io.namesake.registry.VetoReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How a transfer comes to its end. In the caller's transaction, which has the transfer locked. */
@Component
class TransferEnds {
    /** A case limits the line: whether it was settled is looked at again so much later. */
    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofHours(1);

    private final TransferTable transfers;
    private final LineTable lines;
    private final HoldingTable holdings;
    private final HolderTable holders;
    private final LinesPerPerson rules;
    private final LineUserTable users;
    private final LineNews news;
    private final Clock clock;

    TransferEnds(
            TransferTable transfers,
            LineTable lines,
            HoldingTable holdings,
            HolderTable holders,
            LinesPerPerson rules,
            LineUserTable users,
            LineNews news,
            Clock clock) {
        this.transfers = transfers;
        this.lines = lines;
        this.holdings = holdings;
        this.holders = holders;
        this.rules = rules;
        this.users = users;
        this.news = news;
        this.clock = clock;
    }

    /** @throws Problem {@code transfer-not-possible} when its state does not take the step */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(TransferTable.Row transfer, TransferMachine.Step step, @Nullable VetoReason reason) {
        var next = TransferMachine.next(transfer.state(), step)
                .orElseThrow(() -> TransferObstacles.notPossible("This transfer does not take that step any more."));
        if (next == Transfer.State.COMPLETED) {
            complete(transfer);
        } else {
            endWithout(transfer, next, reason);
        }
    }

    private void endWithout(TransferTable.Row transfer, Transfer.State state, @Nullable VetoReason reason) {
        var now = clock.instant();
        transfers.ended(transfer.id(), state, reason, now);
        news.transferLog(
                "line.transfer-ended",
                transfer,
                reason == null
                        ? Map.of("state", state.name())
                        : Map.of("state", state.name(), "reason", reason.name()));
        if (state == Transfer.State.EXPIRED) {
            withoutHeir(transfer, now);
        }
    }

    /** No heir has it, so that somebody has to look after the line of one who has died. */
    private void withoutHeir(TransferTable.Row transfer, Instant now) {
        if (transfer.kind() == Transfer.Kind.INHERITANCE) {
            news.holderDeceased(transfer.operatorId(), transfer.lineId(), now);
        }
    }

    /** One holding ends and the next begins in the same moment: never two holders, never none. */
    private void complete(TransferTable.Row transfer) {
        var line = lines.lock(transfer.lineId()).orElseThrow();
        var holding = holdings.current(line.id());
        var receiver = transfer.receiverId();
        if (receiver == null
                || holding.isEmpty()
                || !holding.get().id().equals(transfer.holdingId())
                || holding.get().holderId().equals(receiver)) {
            endWithout(transfer, Transfer.State.OVERTAKEN, null);
            return;
        }
        if (holders.isDeceased(receiver)) {
            // As if they had changed their mind: their death is not the giver's to know, and nobody would be
            // accountable.
            endWithout(transfer, Transfer.State.WITHDRAWN, null);
            withoutHeir(transfer, clock.instant());
            return;
        }
        var now = clock.instant();
        // What limits the line of one who has died may be the very doubt that an heir settles.
        if (transfer.kind() == Transfer.Kind.HANDOVER && !line.limits().isEmpty()) {
            transfers.postponed(transfer.id(), now.plus(UNTIL_ASKED_AGAIN));
            return;
        }
        if (isOneTooMany(receiver, line, holding.get())) {
            refuse(transfer, TransferRefusal.LINE_LIMIT_REACHED, now);
            return;
        }
        handOver(transfer, line, holding.get(), receiver, now);
    }

    /** Once more, since the receiver may have come to other lines since they accepted. Rules are about persons. */
    private boolean isOneTooMany(UUID receiver, Line line, Holding given) {
        return !given.machine() && holders.isPerson(receiver) && rules.isFull(receiver, line.identifier());
    }

    private void refuse(TransferTable.Row transfer, TransferRefusal refusal, Instant now) {
        TransferMachine.next(transfer.state(), TransferMachine.Step.REFUSE).orElseThrow();
        transfers.refused(transfer.id(), refusal, now);
        news.transferLog(
                "line.transfer-ended",
                transfer,
                Map.of("state", Transfer.State.REFUSED.name(), "reason", refusal.name()));
        withoutHeir(transfer, now);
    }

    /** Whether a machine uses what is handed over. */
    boolean isMachines(TransferTable.Row transfer) {
        return holdings.wasMachines(transfer.lineId());
    }

    private void handOver(TransferTable.Row transfer, Line line, Holding before, UUID receiver, Instant now) {
        boolean inherited = transfer.kind() == Transfer.Kind.INHERITANCE;
        // The next holding begins with the end of the one before, which is never empty.
        var at = now.isAfter(before.from()) ? now : before.from().plusNanos(1_000);
        users.end(line.id(), at);
        holdings.end(before.id(), inherited ? EndCause.DECEASED : EndCause.TRANSFERRED, at);
        var cause = inherited ? Holding.Cause.INHERITANCE : Holding.Cause.TRANSFER;
        var holding = holdings.begin(line.id(), receiver, cause, null, transfer.id(), before.machine(), at);
        var status = line.limits().isEmpty() ? LineStatus.ACTIVE : LineStatus.LIMITED;
        var since = status == line.status() ? line.since() : at;
        var held = lines.held(line.id(), line.identifier(), status, since, null, holding);
        transfers.ended(transfer.id(), Transfer.State.COMPLETED, null, at);
        news.transferLog("line.transferred", transfer, Map.of());
        news.changed(line, status, line.limits(), null, at);
        news.transferred(held, transfer.id(), at);
        news.registered(held, false, at);
    }

    /** The transfer, locked. @throws Problem {@code transfer-unknown} */
    TransferTable.Row locked(UUID id) {
        return transfers.lock(id).orElseThrow(() -> new Problem(ProblemType.TRANSFER_UNKNOWN));
    }
}
