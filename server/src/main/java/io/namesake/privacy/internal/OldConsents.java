package io.namesake.privacy.internal;

import io.namesake.database.SqlTime;
import io.namesake.privacy.Expiring;
import io.namesake.privacy.KeptData;
import io.namesake.privacy.RetentionSettings;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proofs of consent that nobody can ask for any more. The texts stay: they are about nobody. */
@Repository
class OldConsents implements Expiring {
    private final JdbcClient jdbc;
    private final RetentionSettings retention;

    OldConsents(JdbcClient jdbc, RetentionSettings retention) {
        this.jdbc = jdbc;
        this.retention = retention;
    }

    @Override
    public KeptData kind() {
        return KeptData.CONSENTS;
    }

    @Override
    public int eraseSome(Instant now, int most) {
        return jdbc.sql("""
                        delete from consent where application_id in
                            (select application_id from consent where given_at <= :before limit :most)
                        """)
                .param("before", SqlTime.of(now.minus(retention.consent())))
                .param("most", most)
                .update();
    }
}
