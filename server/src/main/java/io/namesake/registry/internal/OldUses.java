package io.namesake.registry.internal;

import io.namesake.database.SqlTime;
import io.namesake.privacy.Expiring;
import io.namesake.privacy.KeptData;
import io.namesake.privacy.RetentionSettings;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who used a line once, and what it was once made of, such as an address: gone as long after its end as who held it. A user whom nobody
 * ended was one for as long as the holder who named them held the line.
 */
@Component
class OldUses implements Expiring {
    private static final List<String> STATEMENTS = List.of("""
            delete from line_user where id in (select id from line_user where uses_until <= :before limit :most)
            """, """
            delete from line_user where id in
                (select line_user.id from line_user join holding on holding.id = line_user.holding_id
                 where uses_until is null and held_until <= :before limit :most)
            """, """
            delete from line_equipment where id in
                (select id from line_equipment where present_until <= :before limit :most)
            """);

    private final JdbcClient jdbc;
    private final RetentionSettings retention;

    OldUses(JdbcClient jdbc, RetentionSettings retention) {
        this.jdbc = jdbc;
        this.retention = retention;
    }

    @Override
    public KeptData kind() {
        return KeptData.HOLDINGS;
    }

    @Override
    public int eraseSome(Instant now, int most) {
        return STATEMENTS.stream()
                .mapToInt(statement -> jdbc.sql(statement)
                        .param("before", SqlTime.of(now.minus(retention.holding())))
                        .param("most", most)
                        .update())
                .sum();
    }
}
