package io.namesake.audit.internal;

import io.namesake.audit.note.WitnessKey;
import io.namesake.database.SqlTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What witnesses signed. Nothing is ever taken out. */
@Component
class CosignatureTable {
    private final JdbcClient jdbc;

    CosignatureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param line of the note, with its line break; verified */
    void add(long size, WitnessKey witness, String line, Instant at) {
        jdbc.sql("""
                        insert into audit_cosignature (size, witness, at, line) values (:size, :witness, :at, :line)
                        on conflict do nothing
                        """)
                .param("size", size)
                .param("witness", witness.text())
                .param("at", SqlTime.of(at))
                .param("line", line)
                .update();
    }

    /** Of the largest checkpoint that it cosigned; 0 for none. */
    long newestSize(WitnessKey witness) {
        return jdbc.sql("select coalesce(max(size), 0) from audit_cosignature where witness = :witness")
                .param("witness", witness.text())
                .query(Long.class)
                .single();
    }
}
