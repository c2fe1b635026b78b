package io.namesake.audit.internal;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.namesake.MigratedDatabase;
import io.namesake.MovableClock;
import io.namesake.access.OperatorId;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditExport;
import io.namesake.audit.AuditLog;
import io.namesake.audit.LogForTests;
import io.namesake.audit.internal.CheckpointTable.Stored;
import io.namesake.audit.note.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The log with its tree and its checkpoints, and nothing else of the server. */
public final class SignedLog {
    public static final SigningKey KEY = SigningKey.generate("lines.example.com/audit", new SecureRandom());

    public final MigratedDatabase database = MigratedDatabase.create();
    final MovableClock clock = new MovableClock();
    final AuditLog log = LogForTests.on(database, clock);
    final StoredTree tree = new StoredTree(database.jdbc(), database.transaction());
    final CheckpointTable table = new CheckpointTable(database.jdbc());
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final CheckpointHealth health = new CheckpointHealth(database.jdbc(), metrics, clock, Duration.ofMinutes(10));
    final Proofs proofs = new Proofs(tree, database.jdbc());

    /** Appends that many entries. */
    public SignedLog append(int entries) {
        database.transaction().executeWithoutResult(_ -> {
            for (int i = 0; i < entries; i++) {
                log.append(new AuditEntry(
                        new OperatorId(new UUID(1, i % 3)),
                        "application.decided",
                        new UUID(2, i).toString(),
                        Map.of("outcome", "REFUSED", "说明", "\"中文\" \n \ud83d\ude00")));
            }
        });
        return this;
    }

    /** Signs what is there by now. */
    public SignedLog sign() {
        make(KEY);
        return this;
    }

    /** A day later. */
    public SignedLog tomorrow() {
        clock.advance(Duration.ofDays(1));
        return this;
    }

    Stored make(SigningKey key) {
        return checkpoints(key).make().orElseThrow();
    }

    Checkpoints checkpoints(SigningKey key) {
        return new Checkpoints(tree, table, key, health, database.transaction(), clock);
    }

    /** Exports what was signed. */
    public Path export(Path file) throws SQLException, IOException {
        try (var connection = database.dataSource().getConnection();
                var out = Files.newOutputStream(file)) {
            AuditExport.write(connection, out, (_, _) -> {});
        }
        return file;
    }

    /** As the owner of the database can. */
    public void tamper(String sql) {
        database.jdbc().sql("set session_replication_role = replica; " + sql).update();
    }
}
