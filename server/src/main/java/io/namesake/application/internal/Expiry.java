package io.namesake.application.internal;

import io.namesake.database.SqlTime;
import io.namesake.privacy.Expiring;
import io.namesake.privacy.KeptData;
import io.namesake.privacy.RetentionSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of an application is over, and when. Evidence has a faster clock of its own, {@link EvidenceClock}. */
@Configuration(proxyBeanMethods = false)
class Expiry {

    @Bean
    Expiring oldCaptureTraces(JdbcClient jdbc, RetentionSettings retention) {
        return new Rows(
                jdbc,
                KeptData.CAPTURE_TRACES,
                retention.capture(),
                List.of(
                        "delete from capture_link where ctid in (select ctid from capture_link"
                                + " where coalesce(used_at, expires_at) <= :before limit :most)",
                        "delete from capture_session where ctid in (select ctid from capture_session"
                                + " where last_used_at <= :before limit :most)",
                        "delete from capture_challenge where ctid in (select ctid from capture_challenge"
                                + " where expires_at <= :before limit :most)",
                        "delete from capture_attempt where ctid in (select ctid from capture_attempt"
                                + " where begun_at <= :before limit :most)",
                        "delete from capture_pause where ctid in (select ctid from capture_pause"
                                + " where until <= :before limit :most)",
                        "delete from wallet_request where ctid in (select ctid from wallet_request"
                                + " where expires_at <= :before limit :most)"));
    }

    @Bean
    Expiring oldIdempotencyKeys(JdbcClient jdbc, ApplicationSettings settings) {
        return new Rows(
                jdbc,
                KeptData.IDEMPOTENCY_KEYS,
                settings.idempotencyKey(),
                List.of("delete from idempotency_key where ctid in (select ctid from idempotency_key"
                        + " where created_at <= :before limit :most)"));
    }

    @Bean
    Expiring oldCases(JdbcClient jdbc, CaptureTraces traces, RetentionSettings retention) {
        return new OldCases(jdbc, traces, retention.caseFile());
    }

    /** Rows that nothing else depends on. */
    private record Rows(JdbcClient jdbc, KeptData kind, Duration time, List<String> statements) implements Expiring {

        @Override
        public int eraseSome(Instant now, int most) {
            return statements.stream()
                    .mapToInt(statement -> jdbc.sql(statement)
                            .param("before", SqlTime.of(now.minus(time)))
                            .param("most", most)
                            .update())
                    .sum();
        }
    }

    /** Applications that have ended. One that a person still has to decide has not, however long it takes. */
    private record OldCases(JdbcClient jdbc, CaptureTraces traces, Duration time) implements Expiring {

        @Override
        public KeptData kind() {
            return KeptData.CASES;
        }

        @Override
        public int eraseSome(Instant now, int most) {
            var over = jdbc.sql("""
                            select id from application
                            where state in ('VERIFIED', 'REFUSED', 'EXPIRED') and updated_at <= :before
                              and not exists (select 1 from evidence where application_id = id)
                            order by updated_at limit :most for update skip locked
                            """)
                    .param("before", SqlTime.of(now.minus(time)))
                    .param("most", most)
                    .query(UUID.class)
                    .list();
            if (!over.isEmpty()) {
                traces.erase(over);
                jdbc.sql("delete from persons_decision where application_id in (:ids)")
                        .param("ids", over)
                        .update();
                jdbc.sql("delete from application where id in (:ids)")
                        .param("ids", over)
                        .update();
            }
            return over.size();
        }
    }
}
