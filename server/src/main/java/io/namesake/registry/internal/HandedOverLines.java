package io.namesake.registry.internal;

import io.namesake.access.OperatorDirectory;
import io.namesake.database.AcrossOperators;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Line;
import io.namesake.registry.Organisations;
import io.namesake.registry.Transfer;
import io.namesake.registry.Transfers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Handing a line over, as its two sides do it. */
@Component
class HandedOverLines implements Transfers {
    private static final int MOST = 200;

    private final TransferTable transfers;
    private final TransferOffers offers;
    private final TransferEnds ends;
    private final TransferObstacles obstacles;
    private final TransferSettings settings;
    private final LineTable lines;
    private final HolderTable holders;
    private final OwnLines own;
    private final Organisations organisations;
    private final OperatorDirectory operators;
    private final LineNews news;
    private final Clock clock;

    HandedOverLines(
            TransferTable transfers,
            TransferOffers offers,
            TransferEnds ends,
            TransferObstacles obstacles,
            TransferSettings settings,
            LineTable lines,
            HolderTable holders,
            OwnLines own,
            Organisations organisations,
            OperatorDirectory operators,
            LineNews news,
            Clock clock) {
        this.transfers = transfers;
        this.offers = offers;
        this.ends = ends;
        this.obstacles = obstacles;
        this.settings = settings;
        this.lines = lines;
        this.holders = holders;
        this.own = own;
        this.organisations = organisations;
        this.operators = operators;
        this.news = news;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Offer offer(UUID holderId, Instant verifiedAt, UUID lineId) {
        obstacles.requireFresh(verifiedAt);
        var open = transfers.lockOpen(lineId);
        var line = lines.lock(lineId).orElseThrow(() -> new Problem(ProblemType.LINE_UNKNOWN));
        var holding = own.require(holderId, lineId);
        open.ifPresent(before -> requireOver(before, holding.id()));
        TransferObstacles.requireClear(line);
        if (holding.verifiedAt() == null) {
            throw TransferObstacles.notPossible("Nobody was verified for this line yet.");
        }
        if (transfers.isOpen(lineId)) {
            throw offeredAlready();
        }
        return offers.make(line, holding, Transfer.Kind.HANDOVER, Map.of());
    }

    /** What is over and not yet noted as such does not stand in the way. */
    private void requireOver(TransferTable.Row open, UUID holding) {
        if (!open.holdingId().equals(holding)) {
            ends.end(open, TransferMachine.Step.HOLDING_ENDED, null);
        } else if (open.state() == Transfer.State.OFFERED && !open.dueAt().isAfter(clock.instant())) {
            ends.end(open, TransferMachine.Step.TIME_OVER, null);
        } else {
            throw offeredAlready();
        }
    }

    private static Problem offeredAlready() {
        return TransferObstacles.notPossible("The line is offered to somebody already.");
    }

    @Override
    @AcrossOperators(because = "who is offered a line finds it by a secret")
    @Transactional(readOnly = true)
    public Offered see(String token) {
        var transfer = offers.find(token);
        var line = lines.byId(transfer.lineId()).orElseThrow();
        return new Offered(
                line.identifier(),
                operators.of(transfer.operatorId()),
                transfer.kind(),
                transfer.state(),
                transfer.dueAt(),
                ends.isMachines(transfer));
    }

    @Override
    @AcrossOperators(because = "who takes a line over finds it by a secret before it is theirs")
    @Transactional
    public Transfer accept(UUID holderId, Instant verifiedAt, String token, @Nullable UUID organisationId) {
        obstacles.requireFresh(verifiedAt);
        var person = holders.surviving(holderId);
        var transfer = ends.locked(offers.find(token).id());
        if (transfer.state() != Transfer.State.OFFERED || !transfer.dueAt().isAfter(clock.instant())) {
            throw TransferObstacles.notPossible("This offer cannot be accepted any more.");
        }
        var line = lines.lock(transfer.lineId()).orElseThrow();
        if (transfer.kind() == Transfer.Kind.HANDOVER) {
            TransferObstacles.requireClear(line);
        }
        var receiver = organisationId == null
                ? asThemselves(person, line, ends.isMachines(transfer))
                : onBehalf(person, organisationId, line);
        if (receiver.equals(transfer.giverId())) {
            throw TransferObstacles.notPossible("The line is in this name already.");
        }
        var now = clock.instant();
        transfers.accepted(transfer.id(), receiver, now, now.plus(settings.veto()));
        news.transferLog("line.transfer-accepted", transfer, Map.of());
        if (settings.veto().isZero()) {
            ends.end(ends.locked(transfer.id()), TransferMachine.Step.TIME_OVER, null);
        }
        return seenBy(ends.locked(transfer.id()), person);
    }

    private UUID asThemselves(UUID person, Line line, boolean machine) {
        if (holders.find(person).isEmpty() || holders.isDeceased(person)) {
            throw TransferObstacles.notPossible("Nobody was verified who could accept.");
        }
        holders.lockCount(person);
        if (!machine) {
            obstacles.requireRoom(person, line);
        }
        return person;
    }

    /** Rules for how many lines somebody may have are about persons. */
    private UUID onBehalf(UUID person, UUID organisation, Line line) {
        return organisations
                .actingFor(person, organisation)
                .filter(found -> found.operatorId().equals(line.operatorId()))
                .map(Organisations.Organisation::id)
                .orElseThrow(() -> TransferObstacles.notPossible(
                        "This operator has not confirmed that you may act for the organisation."));
    }

    @Override
    @Transactional
    public void withdraw(UUID holderId, UUID transferId) {
        var transfer = ends.locked(transferId);
        if (!isSide(holderId, transfer)) {
            throw new Problem(ProblemType.TRANSFER_UNKNOWN);
        }
        ends.end(transfer, TransferMachine.Step.WITHDRAW, null);
    }

    private boolean isSide(UUID person, TransferTable.Row transfer) {
        var receiver = transfer.receiverId();
        return own.isOrActsFor(person, transfer.giverId()) || receiver != null && own.isOrActsFor(person, receiver);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Transfer> of(UUID holderId) {
        var person = holders.surviving(holderId);
        return transfers.ofHolder(person, MOST).stream()
                .map(transfer -> seenBy(transfer, person))
                .toList();
    }

    private Transfer seenBy(TransferTable.Row transfer, UUID person) {
        var receiver = transfer.receiverId();
        boolean receives = receiver != null && own.isOrActsFor(person, receiver);
        return new Transfer(
                transfer.id(),
                transfer.lineId(),
                lines.byId(transfer.lineId()).orElseThrow().identifier(),
                operators.of(transfer.operatorId()),
                transfer.kind(),
                receives ? Transfer.Side.RECEIVER : Transfer.Side.GIVER,
                transfer.state(),
                transfer.offeredAt(),
                transfer.acceptedAt(),
                transfer.dueAt(),
                transfer.endedAt(),
                transfer.vetoReason(),
                transfer.refusal());
    }
}
