package io.namesake.provisioning.tmforum;

import io.namesake.application.Applications.Standing;
import io.namesake.decision.Decision;
import io.namesake.decision.Outcome;
import io.namesake.decision.Reason;
import io.namesake.provisioning.activation.Activations.Activation;
import io.namesake.provisioning.activation.Activations.GivenUp;
import io.namesake.provisioning.activation.Activations.NotNeeded;
import io.namesake.provisioning.activation.Activations.Told;
import io.namesake.provisioning.activation.Activations.UnderWay;
import io.namesake.provisioning.tmforum.ItemStanding.Failure;
import io.namesake.provisioning.tmforum.ServiceOrder.Action;
import io.namesake.registry.SimChanges.Allowed;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an item's standing follows from.
 *
 * @param action what was ordered
 * @param cancelled whether it was cancelled
 * @param orderedAt when
 * @param application where its application stands; empty once it is erased
 * @param sim what became of the SIM that was ordered; empty where none was, or it is not allowed yet
 * @param activation what became of telling the network, since a time
 * @param now the time
 */
record ItemFacts(
        Action action,
        boolean cancelled,
        Instant orderedAt,
        Optional<Standing> application,
        Optional<Allowed> sim,
        Function<Instant, Activation> activation,
        Instant now) {

    ItemStanding standing() {
        if (cancelled) {
            return ItemStanding.of(OrderState.CANCELLED);
        }
        return application
                .map(this::standing)
                .orElseGet(() ->
                        ItemStanding.failed("application-erased", "The application is not kept any more", orderedAt));
    }

    private ItemStanding standing(Standing standing) {
        if (standing.expired()) {
            return ItemStanding.failed("application-expired", "Nobody submitted the application in time", orderedAt);
        }
        var decision = standing.decision();
        if (decision == null) {
            return ItemStanding.of(OrderState.HELD);
        }
        var decidedAt = Objects.requireNonNull(standing.decidedAt());
        if (decision.outcome() == Outcome.REFUSED) {
            return refused(decision, decidedAt);
        }
        return action == Action.ADD
                ? told(decidedAt)
                : sim.map(this::sim).orElseGet(() -> ItemStanding.of(OrderState.PENDING));
    }

    /** The codes of the reasons are what webhooks tell, too. */
    private static ItemStanding refused(Decision decision, Instant at) {
        return ItemStanding.failed(new Failure(
                "application-refused",
                "The person was not verified",
                decision.reasons().stream().map(Reason::name).collect(Collectors.joining(", ")),
                at));
    }

    private ItemStanding sim(Allowed allowed) {
        if (allowed.madeAt() != null) {
            return told(allowed.madeAt());
        }
        return now.isAfter(allowed.until())
                ? ItemStanding.failed("sim-not-changed", "The SIM was not put in place in time", allowed.until())
                : ItemStanding.of(OrderState.PENDING);
    }

    /** @param since what happened to the line, and the network is to be told of */
    private ItemStanding told(Instant since) {
        return switch (activation.apply(since)) {
            case NotNeeded _ -> ItemStanding.completed(since);
            case Told(Instant at) -> ItemStanding.completed(at);
            case UnderWay _ -> ItemStanding.of(OrderState.IN_PROGRESS);
            case GivenUp(String failure) ->
                ItemStanding.failed(
                        new Failure("activation-failed", "The activation server could not be told", failure, since));
        };
    }
}
