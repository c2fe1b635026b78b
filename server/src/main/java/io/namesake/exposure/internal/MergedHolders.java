package io.namesake.exposure.internal;

import io.namesake.registry.HoldersMerged;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Two holders turned out to be one person, who sees and takes back what both agreed to. */
@Repository
class MergedHolders {
    private static final List<String> CHANGES = List.of(
            "update disclosure_consent set holder_id = :into where holder_id = :from",
            "update oauth_grant set holder_id = :into where holder_id = :from");

    private final JdbcClient jdbc;

    MergedHolders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the transaction that makes them one. */
    @EventListener
    void on(HoldersMerged event) {
        for (var change : CHANGES) {
            jdbc.sql(change)
                    .param("from", event.from())
                    .param("into", event.into())
                    .update();
        }
    }
}
