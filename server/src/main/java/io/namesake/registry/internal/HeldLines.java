package io.namesake.registry.internal;

import io.namesake.access.OperatorDirectory;
import io.namesake.registry.HeldLine;
import io.namesake.registry.Holding;
import io.namesake.registry.Holdings;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.LineUser;
import java.time.Clock;
import java.time.Instant;
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
    private final HoldingTable holdings;
    private final LineUserTable users;
    private final LinesPerPerson rules;
    private final OperatorDirectory operators;
    private final Clock clock;

    HeldLines(
            LineTable lines,
            HoldingTable holdings,
            LineUserTable users,
            LinesPerPerson rules,
            OperatorDirectory operators,
            Clock clock) {
        this.lines = lines;
        this.holdings = holdings;
        this.users = users;
        this.rules = rules;
        this.operators = operators;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<HeldLine> of(UUID holderId) {
        return holdings.of(holderId, MOST).stream().map(this::held).toList();
    }

    private HeldLine held(Holding holding) {
        var line = lines.byId(holding.lineId()).orElseThrow();
        return new HeldLine(line, operators.of(line.operatorId()), holding, users.current(line.id()));
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
        var holding = own(holderId, lineId);
        var now = clock.instant();
        users.end(lineId, now);
        users.begin(lineId, holding.id(), new LineUser(kind, label, now));
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRED)
    public void useNoMore(UUID holderId, UUID lineId) {
        own(holderId, lineId);
        users.end(lineId, clock.instant());
    }

    private Holding own(UUID holderId, UUID lineId) {
        return holdings.current(lineId)
                .filter(holding -> holding.holderId().equals(holderId))
                .orElseThrow(() -> new IllegalStateException("Line " + lineId + " is not held by " + holderId));
    }
}
