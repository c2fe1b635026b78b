package io.namesake.access.client;

import io.namesake.access.OperatorId;
import io.namesake.access.SecretToken;
import io.namesake.database.SqlTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys that sign for operators' access networks, and which of their assertions were used. */
@Repository
class NetworkKeyTable {
    /** Nimbus forgives clocks that differ by a minute. */
    private static final Duration FORGIVEN = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    NetworkKeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ClientKeys> keys(OperatorId operator) {
        return jdbc.sql("select key_set from network_key where operator_id = :operator")
                .param("operator", operator.value())
                .query(String.class)
                .optional()
                .map(ClientKeys::stored);
    }

    void set(OperatorId operator, ClientKeys keys, Instant now) {
        jdbc.sql("""
                        insert into network_key (operator_id, key_set, set_at) values (:operator, :keys, :now)
                        on conflict (operator_id) do update set key_set = excluded.key_set, set_at = excluded.set_at
                        """)
                .param("operator", operator.value())
                .param("keys", keys.json())
                .param("now", SqlTime.of(now))
                .update();
    }

    void remove(OperatorId operator) {
        jdbc.sql("delete from network_key where operator_id = :operator")
                .param("operator", operator.value())
                .update();
    }

    /** @return whether this assertion was not used before */
    boolean useOnce(OperatorId operator, String jti, Instant expires, Instant now) {
        jdbc.sql("delete from network_assertion where expires_at < :gone")
                .param("gone", SqlTime.of(now.minus(FORGIVEN)))
                .update();
        return jdbc.sql("""
                                insert into network_assertion (operator_id, jti_sha256, expires_at)
                                values (:operator, :jti, :expires) on conflict do nothing
                                """)
                        .param("operator", operator.value())
                        .param("jti", SecretToken.sha256(jti))
                        .param("expires", SqlTime.of(expires))
                        .update()
                == 1;
    }
}
