package io.namesake.provisioning.activation;

import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.access.OperatorDirectory;
import io.namesake.access.OperatorId;
import io.namesake.provisioning.activation.ActivationSettings.Server;
import io.namesake.provisioning.outbox.RetrySchedule;
import io.namesake.registry.Line;
import io.namesake.registry.LineSims;
import io.namesake.registry.Lines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Whether activation servers stand as lines do. When attempts are made is {@link ActivationWorker}'s. */
@Component
public class Activations {
    private static final Logger log = LoggerFactory.getLogger(Activations.class);

    private final ActivationTable table;
    private final ActivationClient client;
    private final ActivationSettings settings;
    private final RetrySchedule schedule;
    private final Lines lines;
    private final LineSims sims;
    private final OperatorDirectory operators;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;
    private final Clock clock;

    Activations(
            ActivationTable table,
            ActivationClient client,
            ActivationSettings settings,
            @Qualifier("activationRetrySchedule") RetrySchedule schedule,
            Lines lines,
            LineSims sims,
            OperatorDirectory operators,
            ApplicationEventPublisher events,
            MeterRegistry meters,
            Clock clock) {
        this.table = table;
        this.client = client;
        this.settings = settings;
        this.schedule = schedule;
        this.lines = lines;
        this.sims = sims;
        this.operators = operators;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
    }

    /** What became of telling the server of a line. */
    public sealed interface Activation {}

    /** The operator has no activation server. */
    public record NotNeeded() implements Activation {}

    /** @param at when the server last stood as the line did */
    public record Told(Instant at) implements Activation {}

    /** It is still to be told, or was not heard of yet. */
    public record UnderWay() implements Activation {}

    /** @param failure the last attempt's, in a word */
    public record GivenUp(String failure) implements Activation {}

    /** Whether the server was told of the line since something happened to it. */
    public Activation since(Line line, Instant happened) {
        if (server(line.operatorId()).isEmpty()) {
            return new NotNeeded();
        }
        return table.find(line.id())
                .<Activation>map(row -> {
                    var toldOf = row.toldOf();
                    if (toldOf != null && !toldOf.isBefore(happened)) {
                        return new Told(Objects.requireNonNull(row.toldAt()));
                    }
                    var failure = row.failure();
                    return row.nextAttemptAt() == null
                                    && failure != null
                                    && !row.requestedAt().isBefore(happened)
                            ? new GivenUp(failure)
                            : new UnderWay();
                })
                .orElseGet(UnderWay::new);
    }

    /** Whether an operator has a server, which then is told of its lines. */
    public boolean areToldTo(OperatorId operator) {
        return server(operator).isPresent();
    }

    /** Whether any operator has a server. */
    boolean isOn() {
        return !settings.servers().isEmpty();
    }

    /** The operator's server, if it has one. */
    Optional<Server> server(OperatorId operator) {
        return settings.servers().isEmpty() ? Optional.empty() : settings.of(operators.of(operator));
    }

    /** What is due now, taken into our hands. */
    List<DueLine> lease(int most) {
        return table.lease(clock.instant(), settings.lease(), most, settings.share());
    }

    /** Makes one attempt and records what is left to do. */
    void attempt(DueLine due) {
        try {
            var failure = bring(due);
            if (failure.isEmpty()) {
                table.told(due, clock.instant());
            } else {
                failed(due, failure.get());
            }
            events.publishEvent(new ActivationTried(due.operator(), due.lineId()));
            meters.counter("namesake.activation.attempts", "outcome", failure.isEmpty() ? "told" : "failed")
                    .increment();
        } catch (InterruptedException e) {
            table.unlease(due);
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> bring(DueLine due) throws InterruptedException {
        var line = lines.byId(due.lineId());
        var server = server(due.operator());
        // Neither of them there any more: nobody is to be told anything.
        return line.isEmpty() || server.isEmpty()
                ? Optional.empty()
                : client.bring(
                        server.get(),
                        WantedService.of(line.get(), sims.of(line.get().id())));
    }

    private void failed(DueLine due, String failure) {
        var wait = schedule.waitAfter(due.failures() + 1, Duration.ZERO);
        table.failed(due, failure, wait.map(clock.instant()::plus));
        if (wait.isEmpty()) {
            log.warn("The activation server could not be told of line {}: {}", due.lineId(), failure);
            meters.counter("namesake.activation.given.up").increment();
        }
    }
}
