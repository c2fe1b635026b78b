package io.namesake.application.internal;

import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.database.SqlTime;
import io.namesake.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts attempts in the database, so that neither a restart nor a second server forgets them. A challenge counts from the moment it
 * is drawn until it is passed: whoever draws again and again to get a sequence that was filmed before is stopped, too.
 */
@Component
class Attempts {
    private final JdbcClient jdbc;
    private final ApplicationTable applications;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final AttemptSettings settings;
    private final Clock clock;

    Attempts(
            JdbcClient jdbc,
            ApplicationTable applications,
            AuditLog audit,
            TransactionTemplate transaction,
            AttemptSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.audit = audit;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws Problem {@code too-many-attempts} during a pause */
    void requireNoPause(UUID application) {
        pausedUntil(application).ifPresent(this::refuse);
    }

    /** Counts an attempt that begins now. @throws Problem {@code too-many-attempts} */
    void begin(UUID application) {
        // The pause is kept although the attempt is refused: the refusal is thrown after the transaction.
        transaction
                .execute(_ -> {
                    applications.lock(application).orElseThrow();
                    var paused = pausedUntil(application).or(() -> pauseIfTooMany(application));
                    if (paused.isEmpty()) {
                        count(application);
                    }
                    return paused;
                })
                .ifPresent(this::refuse);
    }

    /** An attempt that was counted when it began has failed. */
    void failed(UUID application) {
        transaction.executeWithoutResult(_ -> {
            applications.lock(application).orElseThrow();
            pauseIfTooMany(application);
        });
    }

    /** An attempt that nobody announced has failed: a selfie was sent back. */
    void failedAtOnce(UUID application) {
        transaction.executeWithoutResult(_ -> {
            applications.lock(application).orElseThrow();
            count(application);
            pauseIfTooMany(application);
        });
    }

    void passed(UUID application) {
        jdbc.sql("delete from capture_attempt where application_id = :id")
                .param("id", application)
                .update();
    }

    /** How many more may fail now. */
    int left(UUID application) {
        return pausedUntil(application).isPresent() ? 0 : Math.max(0, settings.most() - recent(application));
    }

    Optional<Instant> pausedUntil(UUID application) {
        return jdbc.sql("select until from capture_pause where application_id = :id and until > :now")
                .param("id", application)
                .param("now", SqlTime.of(clock.instant()))
                .query((row, index) -> SqlTime.instant(row, "until"))
                .optional();
    }

    private void count(UUID application) {
        jdbc.sql("insert into capture_attempt (application_id, begun_at) values (:id, :now)")
                .param("id", application)
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    private int recent(UUID application) {
        return jdbc.sql("select count(*) from capture_attempt where application_id = :id and begun_at > :since")
                .param("id", application)
                .param("since", SqlTime.of(clock.instant().minus(settings.window())))
                .query(Integer.class)
                .single();
    }

    private Optional<Instant> pauseIfTooMany(UUID application) {
        if (recent(application) < settings.most()) {
            return Optional.empty();
        }
        var until = clock.instant().plus(settings.pause());
        passed(application);
        jdbc.sql("""
                        insert into capture_pause (application_id, until) values (:id, :until)
                        on conflict (application_id) do update set until = excluded.until
                        """).param("id", application).param("until", SqlTime.of(until)).update();
        var operator = applications.find(application).orElseThrow().operatorId();
        audit.append(new AuditEntry(operator, "application.attempts-paused", application.toString(), Map.of()));
        return Optional.of(until);
    }

    private void refuse(Instant until) {
        throw Problem.tooManyAttempts(Duration.between(clock.instant(), until));
    }
}
