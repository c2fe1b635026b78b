package io.namesake.registry.internal;

import io.namesake.access.OperatorId;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.EquipmentKind;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.Holding;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.LineStatus;
import io.namesake.registry.LineTaken;
import io.namesake.registry.SimChanges;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What applications ask for and allow of SIMs. Whether a change is made is {@link OnlyForWhoWasVerified}'s. */
@Component
class VerifiedSimChanges implements SimChanges {
    private static final int SHOWN = 4;
    private static final int MOST = 200;

    private final SimChangeTable changes;
    private final LineTable lines;
    private final HoldingTable holdings;
    private final RecognisedHolders holders;
    private final OwnLines own;
    private final LineEquipment equipment;
    private final EquipmentTable parts;
    private final SimChangeSettings settings;
    private final LineNews news;
    private final Clock clock;

    VerifiedSimChanges(
            SimChangeTable changes,
            LineTable lines,
            HoldingTable holdings,
            RecognisedHolders holders,
            OwnLines own,
            LineEquipment equipment,
            EquipmentTable parts,
            SimChangeSettings settings,
            LineNews news,
            Clock clock) {
        this.changes = changes;
        this.lines = lines;
        this.holdings = holdings;
        this.holders = holders;
        this.own = own;
        this.equipment = equipment;
        this.parts = parts;
        this.settings = settings;
        this.news = news;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = LineTaken.class)
    public void ask(
            OperatorId operator, LineIdentifier identifier, UUID applicationId, EquipmentKind kind, String written) {
        var value = kind == EquipmentKind.ICCID || kind == EquipmentKind.EID
                ? EquipmentNumbers.normalised(kind, written)
                : Optional.<String>empty();
        if (value.isEmpty()) {
            throw new Problem(ProblemType.REQUEST_INVALID, "sim must be an ICCID or an EID with its check digits.");
        }
        var line = lines.find(operator, identifier.value())
                .filter(found -> found.identifier().equals(identifier))
                .filter(found -> found.status() == LineStatus.ACTIVE || found.status() == LineStatus.LIMITED)
                .orElseThrow(LineTaken::new);
        changes.ask(new SimChangeTable.Row(applicationId, line.id(), kind, value.get()), clock.instant());
        news.log(
                "line.sim-change-asked",
                operator,
                line.id(),
                Map.of("application", applicationId.toString(), "kind", kind.name()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = LineTaken.class)
    public UUID verified(UUID applicationId, HolderDetails person) {
        var asked = changes.find(applicationId)
                .orElseThrow(() -> new IllegalStateException("Application " + applicationId + " asked for no SIM"));
        var line = lines.lock(asked.lineId()).orElseThrow();
        var holding = holdings.current(line.id())
                .filter(current -> holders.find(person)
                        .filter(known -> own.isOrActsFor(known, current.holderId()))
                        .isPresent())
                .orElseThrow(LineTaken::new);
        var now = clock.instant();
        var holder = holders.recognise(person);
        changes.verified(applicationId, holding.id(), now);
        news.log(
                "line.sim-change-verified",
                line.operatorId(),
                line.id(),
                Map.of("application", applicationId.toString()));
        if (holdings.current(line.id())
                .map(Holding::holderId)
                .filter(holder::equals)
                .isPresent()) {
            holdings.confirm(holding.id(), now);
            news.registered(line, true, now);
        }
        return holder;
    }

    /** Within a savepoint, so that a rule's refusal takes nothing else along. */
    @Override
    @Transactional(propagation = Propagation.NESTED)
    public void make(UUID applicationId) {
        var asked = changes.find(applicationId)
                .orElseThrow(() -> new IllegalStateException("Application " + applicationId + " asked for no SIM"));
        var line = lines.byId(asked.lineId()).orElseThrow();
        equipment.put(line.operatorId(), line.identifier().value(), asked.kind(), asked.value());
    }

    /** By what is in place, since where no verification is demanded none is used up. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Allowed> allowed(UUID applicationId) {
        return changes.find(applicationId)
                .flatMap(asked -> changes.verifiedAt(applicationId)
                        .map(at -> new Allowed(
                                at.plus(settings.verifiedWithin()),
                                parts.of(asked.lineId(), MOST).stream()
                                        .filter(part -> part.kind() == asked.kind()
                                                && part.value().equals(asked.value()))
                                        .filter(part -> part.until() == null
                                                || part.until().isAfter(at))
                                        .map(part -> part.from().isBefore(at) ? at : part.from())
                                        .min(Comparator.naturalOrder())
                                        .orElse(null))));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<NewSim> of(UUID applicationId) {
        return changes.find(applicationId)
                .map(asked -> new NewSim(
                        asked.kind(), asked.value().substring(asked.value().length() - SHOWN)));
    }
}
