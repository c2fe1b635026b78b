package io.namesake.privacy;

import io.namesake.database.SqlTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that go by their age alone.
 *
 * @param kind what they are
 * @param time how long they are kept
 * @param statements each deletes at most {@code :most} rows that were over by {@code :before}; in the order in which rows refer to
 *     each other
 */
public record ExpiringRows(JdbcClient jdbc, KeptData kind, Duration time, List<String> statements) implements Expiring {

    public ExpiringRows {
        statements = List.copyOf(statements);
    }

    /** What was told to an operator's systems. @param statement leaves what is still to be told */
    public static ExpiringRows deliveries(JdbcClient jdbc, RetentionSettings retention, String statement) {
        return new ExpiringRows(jdbc, KeptData.DELIVERIES, retention.deliveries(), List.of(statement));
    }

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
