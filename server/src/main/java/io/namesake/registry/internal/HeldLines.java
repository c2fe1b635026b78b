package io.namesake.registry.internal;

import io.namesake.access.OperatorDirectory;
import io.namesake.access.OperatorId;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.HeldLine;
import io.namesake.registry.Holding;
import io.namesake.registry.Holdings;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.LineUser;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who holds which line. */
@Component
class HeldLines implements Holdings {
    private static final int MOST = 1_000;

    private final LineTable lines;
    private final HeldLineTable held;
    private final HoldingTable holdings;
    private final LineUserTable users;
    private final LinesPerPerson rules;
    private final OwnLines own;
    private final OperatorDirectory operators;
    private final Clock clock;

    HeldLines(
            LineTable lines,
            HeldLineTable held,
            HoldingTable holdings,
            LineUserTable users,
            LinesPerPerson rules,
            OwnLines own,
            OperatorDirectory operators,
            Clock clock) {
        this.lines = lines;
        this.held = held;
        this.holdings = holdings;
        this.users = users;
        this.rules = rules;
        this.own = own;
        this.operators = operators;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<HeldLine> of(UUID holderId) {
        var names = new HashMap<OperatorId, String>();
        return held.of(holderId, MOST).stream()
                .map(row -> heldLine(row, names.computeIfAbsent(row.line().operatorId(), operators::of)))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public HeldLine mine(UUID holderId, UUID lineId) {
        return held.find(holderId, lineId)
                .map(row -> heldLine(row, operators.of(row.line().operatorId())))
                .orElseThrow(() -> new Problem(ProblemType.LINE_UNKNOWN));
    }

    private static HeldLine heldLine(HeldLineTable.Row row, String operator) {
        return new HeldLine(row.line(), operator, row.holding(), row.user(), row.ofOrganisation(), row.portedIn());
    }

    @Override
    public Optional<Holding> current(UUID lineId) {
        return holdings.current(lineId);
    }

    @Override
    public Optional<Holding> on(UUID lineId, Instant at) {
        return holdings.on(lineId, at);
    }

    @Override
    public boolean goesOn(UUID lineId, UUID holdingId) {
        return holdings.goesOn(lineId, holdingId);
    }

    @Override
    public boolean isLast(UUID lineId, UUID holdingId) {
        return holdings.isLast(lineId, holdingId);
    }

    @Override
    public Optional<Instant> heldSince(UUID lineId) {
        return holdings.heldSince(lineId);
    }

    @Override
    public List<Holding> history(UUID lineId) {
        return holdings.history(lineId);
    }

    @Override
    public Count count(UUID holderId, LineIdentifier line) {
        return rules.count(holderId, line);
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRED)
    public void use(UUID holderId, UUID lineId, LineUser.Kind kind, String label) {
        var holding = locked(holderId, lineId);
        var now = clock.instant();
        users.end(lineId, now);
        users.begin(lineId, holding.id(), new LineUser(kind, label, now));
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRED)
    public void useNoMore(UUID holderId, UUID lineId) {
        locked(holderId, lineId);
        users.end(lineId, clock.instant());
    }

    /** Two who say at once who uses the line say so one after the other. */
    private Holding locked(UUID person, UUID line) {
        lines.lock(line);
        return own.require(person, line);
    }
}
