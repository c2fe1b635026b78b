package io.namesake.registry.internal;

import io.namesake.database.SqlTime;
import io.namesake.privacy.Expiring;
import io.namesake.privacy.KeptData;
import io.namesake.privacy.RetentionSettings;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets who held no line for as long as the law asks. The intervals stay, in nobody's name; a person who holds a line, or
 * speaks for an organisation that does, is not forgotten.
 */
@Component
class OldHoldings implements Expiring {
    private final JdbcClient jdbc;
    private final HolderTable holders;
    private final RetentionSettings retention;

    OldHoldings(JdbcClient jdbc, HolderTable holders, RetentionSettings retention) {
        this.jdbc = jdbc;
        this.holders = holders;
        this.retention = retention;
    }

    @Override
    public KeptData kind() {
        return KeptData.HOLDINGS;
    }

    @Override
    public int eraseSome(Instant now, int most) {
        var over = jdbc.sql("""
                        select id from holder
                        where erased_at is null and created_at <= :before and coalesce(verified_at, created_at) <= :before
                          and not exists (select 1 from holding
                                          where holding.holder_id = holder.id
                                            and (held_until is null or held_until > :before))
                          and not exists (select 1 from holder other
                                          where other.representative_id = holder.id and other.erased_at is null)
                        order by created_at limit :most for update skip locked
                        """)
                .param("before", SqlTime.of(now.minus(retention.holding())))
                .param("most", most)
                .query(UUID.class)
                .list();
        over.forEach(id -> holders.erase(id, now));
        return over.size();
    }
}
