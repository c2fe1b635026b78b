package io.namesake.provisioning.radius;

import io.namesake.database.SqlTime;
import io.namesake.privacy.Expiring;
import io.namesake.privacy.KeptData;
import io.namesake.privacy.RetentionSettings;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices that were given up long ago. What was told is gone at once, and what is still to be told stays. */
@Repository
class OldNotices implements Expiring {
    private final JdbcClient jdbc;
    private final RetentionSettings retention;

    OldNotices(JdbcClient jdbc, RetentionSettings retention) {
        this.jdbc = jdbc;
        this.retention = retention;
    }

    @Override
    public KeptData kind() {
        return KeptData.DELIVERIES;
    }

    @Override
    public int eraseSome(Instant now, int most) {
        return jdbc.sql("""
                        delete from access_notice where (access_server_id, line_id) in (
                            select access_server_id, line_id from access_notice
                            where next_attempt_at is null and requested_at <= :before limit :most)
                        """)
                .param("before", SqlTime.of(now.minus(retention.deliveries())))
                .param("most", most)
                .update();
    }
}
