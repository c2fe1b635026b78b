package io.namesake.application.internal;

import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.database.SqlTime;
import io.namesake.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts attempts in the database, so that neither a restart nor a second server forgets them. A challenge counts from the moment it
 * is drawn until it is passed: whoever draws again and again to get a sequence that was filmed before is stopped, too, first for a pause,
 * and in the end for a day. A success ends the count towards a pause and not the day's: it may have been anybody's.
 */
@Component
class Attempts {
    private static final Duration DAY = Duration.ofDays(1);

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
        pause(application).ifPresent(this::refuse);
    }

    /** Counts a challenge that is drawn now. @throws Problem {@code too-many-attempts} */
    void begin(UUID application) {
        // The pause is kept although the attempt is refused: the refusal is thrown after the transaction.
        transaction
                .execute(_ -> {
                    applications.lock(application).orElseThrow();
                    pauseIfTooMany(application);
                    var paused = pausedUntil(application);
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

    /** One was passed: it has not failed, and those before it lead to no pause any more. */
    void passed(UUID application) {
        jdbc.sql(
                        "delete from capture_attempt where id = (select max(id) from capture_attempt where application_id = :id)")
                .param("id", application)
                .update();
        startAnew(application);
    }

    /** How many more may fail now. */
    int left(UUID application) {
        int most = Math.min(settings.most() - recent(application), settings.mostADay() - today(application));
        return pausedUntil(application).isPresent() ? 0 : Math.max(0, most);
    }

    /** Until when no challenge is drawn. */
    Optional<Instant> pausedUntil(UUID application) {
        return Stream.concat(pause(application).stream(), spent(application).stream())
                .max(Comparator.naturalOrder());
    }

    private Optional<Instant> pause(UUID application) {
        return jdbc.sql("select until from capture_pause where application_id = :id and until > :now")
                .param("id", application)
                .param("now", SqlTime.of(clock.instant()))
                .query((row, index) -> SqlTime.instant(row, "until"))
                .optional();
    }

    /** Where the day's attempts are spent: when the first of the last of them is a day old. */
    private Optional<Instant> spent(UUID application) {
        return jdbc.sql("""
                        select begun_at from capture_attempt where application_id = :id and begun_at > :since
                        order by begun_at desc limit 1 offset :others
                        """)
                .param("id", application)
                .param("since", aDayAgo())
                .param("others", settings.mostADay() - 1)
                .query((row, index) -> SqlTime.instant(row, "begun_at").plus(DAY))
                .optional();
    }

    private void count(UUID application) {
        jdbc.sql("insert into capture_attempt (application_id, begun_at) values (:id, :now)")
                .param("id", application)
                .param("now", SqlTime.of(clock.instant()))
                .update();
        if (today(application) == settings.mostADay()) {
            recordPause(application);
        }
    }

    private int recent(UUID application) {
        return jdbc.sql("""
                        select count(*) from capture_attempt
                        where application_id = :id and begun_at > :since and towards_pause
                        """)
                .param("id", application)
                .param("since", SqlTime.of(clock.instant().minus(settings.window())))
                .query(Integer.class)
                .single();
    }

    private int today(UUID application) {
        return jdbc.sql("select count(*) from capture_attempt where application_id = :id and begun_at > :since")
                .param("id", application)
                .param("since", aDayAgo())
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime aDayAgo() {
        return SqlTime.of(clock.instant().minus(DAY));
    }

    private void startAnew(UUID application) {
        jdbc.sql("update capture_attempt set towards_pause = false where application_id = :id and towards_pause")
                .param("id", application)
                .update();
    }

    private void pauseIfTooMany(UUID application) {
        if (recent(application) < settings.most()) {
            return;
        }
        startAnew(application);
        jdbc.sql("""
                        insert into capture_pause (application_id, until) values (:id, :until)
                        on conflict (application_id) do update set until = excluded.until
                        """)
                .param("id", application)
                .param("until", SqlTime.of(clock.instant().plus(settings.pause())))
                .update();
        recordPause(application);
    }

    private void recordPause(UUID application) {
        var operator = applications.find(application).orElseThrow().operatorId();
        audit.append(new AuditEntry(operator, "application.attempts-paused", application.toString(), Map.of()));
    }

    private void refuse(Instant until) {
        throw Problem.tooManyAttempts(Duration.between(clock.instant(), until));
    }
}
