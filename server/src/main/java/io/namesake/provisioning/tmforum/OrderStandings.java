package io.namesake.provisioning.tmforum;

import io.namesake.access.OperatorId;
import io.namesake.application.Applications;
import io.namesake.provisioning.activation.Activations;
import io.namesake.provisioning.tmforum.ServiceOrder.Action;
import io.namesake.provisioning.tmforum.ServiceOrder.Item;
import io.namesake.registry.Lines;
import io.namesake.registry.SimChanges;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out where an order stands. */
@Component
class OrderStandings {
    private final Applications applications;
    private final Lines lines;
    private final Activations activations;
    private final SimChanges sims;
    private final Clock clock;

    OrderStandings(Applications applications, Lines lines, Activations activations, SimChanges sims, Clock clock) {
        this.applications = applications;
        this.lines = lines;
        this.activations = activations;
        this.sims = sims;
        this.clock = clock;
    }

    OrderStanding of(ServiceOrder order) {
        return new OrderStanding(
                order.items().stream().map(item -> of(order, item)).toList());
    }

    ItemStanding of(ServiceOrder order, Item item) {
        return facts(order.operatorId(), order, item).standing();
    }

    private ItemFacts facts(OperatorId operator, ServiceOrder order, Item item) {
        return new ItemFacts(
                item.action(),
                item.cancelledAt() != null,
                order.orderedAt(),
                applications.standing(operator, item.applicationId()),
                item.action() == Action.MODIFY ? sims.allowed(item.applicationId()) : Optional.empty(),
                since -> lines.find(operator, item.line().value())
                        .map(line -> activations.since(line, since))
                        .orElseGet(Activations.NotNeeded::new),
                clock.instant());
    }
}
