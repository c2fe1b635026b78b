package io.namesake.audit.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.database.CurrentScope;
import io.namesake.database.Scope;
import io.namesake.database.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the log is being signed. A log that was rewritten is signed no more, and somebody has to hear of that at once: the
 * health is {@code DOWN} from the first refusal until a signature succeeds, and whenever an entry waits too long for one, whatever
 * the reason. Readiness is untouched: people are served, and what they are told is in the log.
 *
 * <p>Metrics: {@code namesake.audit.checkpoints}, counted by {@code outcome}, and {@code namesake.audit.unsigned.age}, in seconds.
 */
@Component("auditCheckpoints")
class CheckpointHealth implements HealthIndicator {

    /** What came of an attempt to sign the log. */
    enum Outcome {
        /** It was signed, or had been since its last entry. */
        SIGNED,
        /** The log no longer begins with what was signed last. */
        REFUSED,
        /** Something else went wrong, such as the database. */
        FAILED
    }

    private final JdbcClient jdbc;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Duration lateAfter;
    private volatile Outcome last = Outcome.SIGNED;

    /** @param lateAfter how long an entry may wait to be signed; many times the time between two checkpoints */
    CheckpointHealth(
            JdbcClient jdbc,
            MeterRegistry metrics,
            Clock clock,
            @Value("${namesake.audit.late-after:PT10M}") Duration lateAfter) {
        this.jdbc = jdbc;
        this.metrics = metrics;
        this.clock = clock;
        this.lateAfter = lateAfter;
        for (var outcome : Outcome.values()) {
            counter(outcome);
        }
        Gauge.builder(
                        "namesake.audit.unsigned.age",
                        this,
                        health -> health.unsigned().toMillis() / 1000.0)
                .description("For how long the oldest entry that no checkpoint signs has waited")
                .baseUnit("seconds")
                .register(metrics);
    }

    void note(Outcome outcome) {
        last = outcome;
        counter(outcome).increment();
    }

    @Override
    public Health health() {
        var health = last == Outcome.SIGNED && unsigned().compareTo(lateAfter) <= 0 ? Health.up() : Health.down();
        return health.withDetail("lastAttempt", last.name())
                .withDetail("unsignedFor", unsigned().toString())
                .build();
    }

    /** Zero when everything is signed. */
    private Duration unsigned() {
        return CurrentScope.call(Scope.ofSystem("health"), this::unsignedNow);
    }

    private Duration unsignedNow() {
        return jdbc.sql("""
                        select at from audit_entry
                        where seq > (select coalesce(max(size), 0) from audit_checkpoint) order by seq limit 1
                        """)
                .query((row, number) -> Duration.between(SqlTime.instant(row, "at"), clock.instant()))
                .optional()
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }

    private Counter counter(Outcome outcome) {
        return Counter.builder("namesake.audit.checkpoints")
                .description("Attempts to sign the log")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }
}
