package io.namesake.mylines.internal;

import io.namesake.registry.HoldersMerged;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Two holders turned out to be one person, who finds the disputes, endings, passkeys and sessions of both. */
@Repository
class MergedHolders {
    private static final List<String> CHANGES = List.of(
            "update dispute set holder_id = :into where holder_id = :from",
            "update line_ending set holder_id = :into where holder_id = :from",
            "update holder_session set holder_id = :into where holder_id = :from",
            "update passkey set holder_id = :into where holder_id = :from",
            "update passkey_ceremony set holder_id = :into where holder_id = :from");

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
