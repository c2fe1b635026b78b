package io.namesake.registry.internal;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.EquipmentKind;
import io.namesake.registry.Line;
import io.namesake.registry.LineStatus;
import io.namesake.registry.SimChangeRule;
import io.namesake.registry.internal.SimChangeSettings.Verification;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * A line in a verified person's name gets another SIM only after that person was verified for this very SIM, some hours before at
 * most. The other numbers of the same card go with it, each once. The first SIM of a line is told without that, and so are its
 * other numbers shortly after; a line that is in no verified person's name has nobody who could be verified as its holder.
 */
@Component
@EnableConfigurationProperties(SimChangeSettings.class)
class OnlyForWhoWasVerified implements SimChangeRule {
    private final SimChangeTable changes;
    private final EquipmentTable equipment;
    private final HoldingTable holdings;
    private final SimChangeSettings settings;
    private final LineNews news;
    private final Clock clock;

    OnlyForWhoWasVerified(
            SimChangeTable changes,
            EquipmentTable equipment,
            HoldingTable holdings,
            SimChangeSettings settings,
            LineNews news,
            Clock clock) {
        this.changes = changes;
        this.equipment = equipment;
        this.holdings = holdings;
        this.settings = settings;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public void require(Line line, EquipmentKind kind, String value) {
        boolean registered = line.status() == LineStatus.ACTIVE || line.status() == LineStatus.LIMITED;
        if (settings.verification() == Verification.OFF || !registered) {
            return;
        }
        var now = clock.instant();
        if (isDescribed(kind, equipment.currentSim(line.id()), now)) {
            return;
        }
        var holding = holdings.current(line.id()).orElseThrow().id();
        var since = now.minus(settings.verifiedWithin());
        var allowed = changes.allowed(line.id(), holding, kind, since).stream()
                .filter(change -> change.value().equals(value))
                .map(SimChangeTable.Row::id)
                .findFirst();
        if (allowed.isPresent()) {
            use(line, allowed.get(), now);
        } else if (!changes.goesWithOneThatWasMade(line.id(), holding, kind, since)) {
            throw new Problem(ProblemType.SIM_CHANGE_NOT_VERIFIED);
        }
    }

    /** Whether this is no change: the line has no SIM yet, or its first one is being described. */
    private boolean isDescribed(EquipmentKind kind, List<EquipmentTable.Part> present, Instant now) {
        var first = now.minus(settings.describedWithin());
        return present.stream()
                .noneMatch(part -> part.kind() == kind || part.from().isBefore(first));
    }

    private void use(Line line, UUID application, Instant now) {
        changes.used(application, now);
        news.log("line.sim-change-made", line.operatorId(), line.id(), Map.of("application", application.toString()));
    }
}
