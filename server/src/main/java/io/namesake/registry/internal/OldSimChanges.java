package io.namesake.registry.internal;

import io.namesake.database.SqlTime;
import io.namesake.privacy.Expiring;
import io.namesake.privacy.KeptData;
import io.namesake.privacy.RetentionSettings;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which SIM was asked for goes with the case; which one the line had when stays with the line. */
@Component
class OldSimChanges implements Expiring {
    private final JdbcClient jdbc;
    private final RetentionSettings retention;

    OldSimChanges(JdbcClient jdbc, RetentionSettings retention) {
        this.jdbc = jdbc;
        this.retention = retention;
    }

    @Override
    public KeptData kind() {
        return KeptData.CASES;
    }

    @Override
    public int eraseSome(Instant now, int most) {
        return jdbc.sql("""
                        delete from sim_change where id in (
                            select id from sim_change where asked_at <= :before order by asked_at limit :most)
                        """)
                .param("before", SqlTime.of(now.minus(retention.caseFile())))
                .param("most", most)
                .update();
    }
}
