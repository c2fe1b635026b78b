package io.namesake.registry;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a module keeps in tables of its own under {@code holder_id}. It follows a holder who turns out to be another one. */
public abstract class KeptUnderHolder {
    private final JdbcClient jdbc;
    private final List<String> tables;

    /** @param tables the module's own, each with a column {@code holder_id} */
    protected KeptUnderHolder(JdbcClient jdbc, String... tables) {
        this.jdbc = jdbc;
        this.tables = List.of(tables);
    }

    /** In the transaction that makes them one. */
    @EventListener
    public void on(HoldersMerged event) {
        for (var table : tables) {
            jdbc.sql("update " + table + " set holder_id = :into where holder_id = :from")
                    .param("from", event.from())
                    .param("into", event.into())
                    .update();
        }
    }
}
