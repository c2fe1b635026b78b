package io.namesake.provisioning.webhook;

import io.namesake.database.SqlTime;
import io.namesake.privacy.Expiring;
import io.namesake.privacy.KeptData;
import io.namesake.privacy.RetentionSettings;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Events are kept to be read again as long as it is kept what was delivered: they name lines. Their numbers are not given again. */
@Repository
class OldEvents implements Expiring {
    private final JdbcClient jdbc;
    private final RetentionSettings retention;

    OldEvents(JdbcClient jdbc, RetentionSettings retention) {
        this.jdbc = jdbc;
        this.retention = retention;
    }

    @Override
    public KeptData kind() {
        return KeptData.DELIVERIES;
    }

    /** The oldest first, so that no gap comes into what is kept. */
    @Override
    public int eraseSome(Instant now, int most) {
        return jdbc.sql("""
                        delete from operator_event where (operator_id, number) in
                            (select operator_id, number from operator_event where created_at <= :before
                             order by operator_id, number limit :most)
                        """)
                .param("before", SqlTime.of(now.minus(retention.deliveries())))
                .param("most", most)
                .update();
    }
}
