package io.namesake.provisioning.outbox;

import io.namesake.database.SqlTime;
import io.namesake.privacy.Expiring;
import io.namesake.privacy.KeptData;
import io.namesake.privacy.RetentionSettings;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was told long ago, or given up: it names lines, so it goes when its time is over.
 *
 * @param kind of data
 * @param time how long that is kept
 * @param statement deletes at most {@code :most} rows of before {@code :before}; what is still to be told stays
 */
public record OldRows(JdbcClient jdbc, KeptData kind, Duration time, String statement) implements Expiring {

    /** What was told to an operator's systems. */
    public static OldRows deliveries(JdbcClient jdbc, RetentionSettings retention, String statement) {
        return new OldRows(jdbc, KeptData.DELIVERIES, retention.deliveries(), statement);
    }

    @Override
    public int eraseSome(Instant now, int most) {
        return jdbc.sql(statement)
                .param("before", SqlTime.of(now.minus(time)))
                .param("most", most)
                .update();
    }
}
