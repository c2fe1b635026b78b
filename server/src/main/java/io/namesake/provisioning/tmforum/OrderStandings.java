package io.namesake.provisioning.tmforum;

import io.namesake.application.Applications;
import io.namesake.application.Applications.Standing;
import io.namesake.decision.Decision;
import io.namesake.decision.Outcome;
import io.namesake.decision.Reason;
import io.namesake.provisioning.activation.Activations;
import io.namesake.provisioning.tmforum.OrderStanding.Failure;
import io.namesake.provisioning.tmforum.OrderStanding.State;
import io.namesake.provisioning.tmforum.ServiceOrder.Action;
import io.namesake.registry.Lines;
import io.namesake.registry.SimChanges;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
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
        if (order.cancellation() != null) {
            return OrderStanding.of(State.CANCELLED);
        }
        return applications
                .standing(order.operatorId(), order.applicationId())
                .map(standing -> of(order, standing))
                .orElseGet(
                        () -> failed("application-erased", "The application is not kept any more", order.orderedAt()));
    }

    private OrderStanding of(ServiceOrder order, Standing standing) {
        if (standing.expired()) {
            return failed("application-expired", "Nobody submitted the application in time", order.orderedAt());
        }
        var decision = standing.decision();
        if (decision == null) {
            return OrderStanding.of(State.HELD);
        }
        var decidedAt = Objects.requireNonNull(standing.decidedAt());
        return decision.outcome() == Outcome.REFUSED ? refused(decision, decidedAt) : verified(order, decidedAt);
    }

    /** The codes of the reasons are what webhooks tell, too. */
    private static OrderStanding refused(Decision decision, Instant at) {
        return OrderStanding.failed(new Failure(
                "application-refused",
                "The person was not verified",
                decision.reasons().stream().map(Reason::name).collect(Collectors.joining(", ")),
                at));
    }

    private OrderStanding verified(ServiceOrder order, Instant decidedAt) {
        if (order.action() == Action.MODIFY) {
            return sims.allowed(order.applicationId())
                    .map(allowed -> sim(order, allowed))
                    .orElseGet(() -> OrderStanding.completed(decidedAt));
        }
        return told(order, decidedAt);
    }

    private OrderStanding sim(ServiceOrder order, SimChanges.Allowed allowed) {
        if (allowed.madeAt() != null) {
            return told(order, allowed.madeAt());
        }
        return clock.instant().isAfter(allowed.until())
                ? failed("sim-not-changed", "The SIM was not put in place in time", allowed.until())
                : OrderStanding.of(State.PENDING);
    }

    /** @param since what happened to the line, and the activation server is to be told of */
    private OrderStanding told(ServiceOrder order, Instant since) {
        return lines.find(order.operatorId(), order.line().value())
                .map(line -> activations.since(line, since))
                .map(activation -> switch (activation) {
                    case Activations.NotNeeded _ -> OrderStanding.completed(since);
                    case Activations.Told(Instant at) -> OrderStanding.completed(at);
                    case Activations.UnderWay _ -> OrderStanding.of(State.IN_PROGRESS);
                    case Activations.GivenUp(String failure) ->
                        OrderStanding.failed(new Failure(
                                "activation-failed", "The activation server could not be told", failure, since));
                })
                .orElseGet(() -> OrderStanding.completed(since));
    }

    private static OrderStanding failed(String code, String reason, Instant at) {
        return OrderStanding.failed(new Failure(code, reason, reason + ".", at));
    }
}
