package io.namesake.provisioning.webhook;

import io.namesake.database.SqlTime;
import io.namesake.privacy.Expiring;
import io.namesake.privacy.KeptData;
import io.namesake.privacy.RetentionSettings;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries that arrived or were given up long ago: their bodies name lines. One that is still to arrive stays. */
@Repository
class OldDeliveries implements Expiring {
    private final JdbcClient jdbc;
    private final RetentionSettings retention;

    OldDeliveries(JdbcClient jdbc, RetentionSettings retention) {
        this.jdbc = jdbc;
        this.retention = retention;
    }

    @Override
    public KeptData kind() {
        return KeptData.DELIVERIES;
    }

    /** With their attempts, by the database's own rule. */
    @Override
    public int eraseSome(Instant now, int most) {
        return jdbc.sql("""
                        delete from webhook_delivery where id in
                            (select id from webhook_delivery where status <> 'PENDING' and created_at <= :before limit :most)
                        """)
                .param("before", SqlTime.of(now.minus(retention.deliveries())))
                .param("most", most)
                .update();
    }
}
