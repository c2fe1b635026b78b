package io.namesake.audit.internal;

import io.namesake.audit.note.SignedCheckpoint;
import io.namesake.audit.note.VerifierKey;
import io.namesake.database.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The checkpoints that were signed, and the keys that signed them. Nothing is ever taken out. */
@Component
class CheckpointTable {
    /** A checkpoint's note with what witnesses signed under it since, in the order in which they did. */
    private static final String SELECT = """
            select note || coalesce(
                (select string_agg(c.line, '' order by c.at, c.witness) from audit_cosignature c
                 where c.size = audit_checkpoint.size), '') as note, at
            from audit_checkpoint""" + " ";

    private final JdbcClient jdbc;

    CheckpointTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A checkpoint and when it was signed. */
    record Stored(SignedCheckpoint signed, Instant at) {}

    Optional<Stored> newest() {
        return jdbc.sql(SELECT + "order by id desc limit 1")
                .query((row, number) -> stored(row))
                .optional();
    }

    /** The newest of that size; there are several only where the key was changed. */
    Optional<Stored> ofSize(long size) {
        return jdbc.sql(SELECT + "where size = :size order by id desc limit 1")
                .param("size", size)
                .query((row, number) -> stored(row))
                .optional();
    }

    /** Those of fewer entries than that, the largest first. */
    List<Stored> before(long size, int limit) {
        return jdbc.sql(SELECT + "where size < :size order by size desc, id desc limit :limit")
                .param("size", size)
                .param("limit", limit)
                .query((row, number) -> stored(row))
                .list();
    }

    void add(SignedCheckpoint signed, VerifierKey key, Instant at) {
        jdbc.sql("insert into audit_key (since, vkey) values (:since, :vkey) on conflict do nothing")
                .param("since", SqlTime.of(at))
                .param("vkey", key.text())
                .update();
        jdbc.sql("insert into audit_checkpoint (size, at, note) values (:size, :at, :note)")
                .param("size", signed.checkpoint().size())
                .param("at", SqlTime.of(at))
                .param("note", signed.note())
                .update();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var signed = SignedCheckpoint.parse(row.getString("note"))
                .orElseThrow(() -> new IllegalStateException("A stored checkpoint cannot be read"));
        return new Stored(signed, SqlTime.instant(row, "at"));
    }
}
