package io.namesake.application.internal;

import io.namesake.crypto.CaseKeyGone;
import io.namesake.crypto.CaseKeys;
import io.namesake.crypto.CaseRef;
import io.namesake.crypto.Vault;
import io.namesake.database.SqlTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Evidence in transit. It is sealed before it reaches the database, each piece bound to its application and kind, so the
 * database, its log and its backups never hold a picture that can be looked at.
 *
 * <p>It is sealed with a key of the application's own, which is destroyed with the evidence: a copy of the row that lies somewhere
 * else cannot be opened either from then on. What a server of the last release kept is sealed by the vault, and opened so.
 */
@Repository
class EvidenceStore {
    private final JdbcClient jdbc;
    private final CaseKeys keys;
    private final Vault vault;

    EvidenceStore(JdbcClient jdbc, CaseKeys keys, Vault vault) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.vault = vault;
    }

    /** Keeps a piece, in place of an earlier one of its kind. */
    @Transactional
    void put(UUID application, EvidenceKind kind, byte[] content, Instant now) {
        jdbc.sql("""
                        insert into evidence (application_id, kind, sealed, received_at)
                        values (:application, :kind, :sealed, :now)
                        on conflict (application_id, kind) do update
                        set sealed = excluded.sealed, received_at = excluded.received_at
                        """)
                .param("application", application)
                .param("kind", kind.name())
                .param("sealed", keys.seal(caseOf(application), content, place(application, kind)))
                .param("now", SqlTime.of(now))
                .update();
    }

    /** Opens a piece, if it is there. */
    Optional<byte[]> open(UUID application, EvidenceKind kind) {
        return jdbc.sql("select sealed from evidence where application_id = :application and kind = :kind")
                .param("application", application)
                .param("kind", kind.name())
                .query((row, index) -> row.getBytes("sealed"))
                .optional()
                .flatMap(content -> open(application, kind, content));
    }

    /** Opens a piece that a submitted application has. @throws IllegalStateException when it is not there (any more) */
    byte[] required(UUID application, EvidenceKind kind) {
        return open(application, kind)
                .orElseThrow(() ->
                        new IllegalStateException("Application " + application + " was submitted without " + kind));
    }

    /** What is there, and since when. */
    Map<EvidenceKind, Instant> received(UUID application) {
        var received = new EnumMap<EvidenceKind, Instant>(EvidenceKind.class);
        jdbc.sql("select kind, received_at from evidence where application_id = :application")
                .param("application", application)
                .query(row -> {
                    received.put(EvidenceKind.valueOf(row.getString("kind")), SqlTime.instant(row, "received_at"));
                });
        return received;
    }

    /** Deletes some kinds, because something else takes their place. */
    void remove(UUID application, Set<EvidenceKind> kinds) {
        if (kinds.isEmpty()) {
            return;
        }
        jdbc.sql("delete from evidence where application_id = :application and kind in (:kinds)")
                .param("application", application)
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .update();
    }

    /** Deletes everything, and the key that sealed it. @return the kinds that were there */
    @Transactional(propagation = Propagation.MANDATORY)
    List<EvidenceKind> erase(UUID application) {
        keys.destroy(caseOf(application));
        return jdbc.sql("delete from evidence where application_id = :application returning kind")
                .param("application", application)
                .query((row, index) -> EvidenceKind.valueOf(row.getString("kind")))
                .list();
    }

    private Optional<byte[]> open(UUID application, EvidenceKind kind, byte[] sealed) {
        if (!CaseKeys.isSealedByCase(sealed)) {
            return Optional.of(vault.open(sealed, place(application, kind)));
        }
        try {
            return Optional.of(keys.open(caseOf(application), sealed, place(application, kind)));
        } catch (CaseKeyGone erased) {
            // Between the two questions a decision may have erased it, and its key.
            return Optional.empty();
        }
    }

    private static CaseRef caseOf(UUID application) {
        return new CaseRef("application", application);
    }

    private static byte[] place(UUID application, EvidenceKind kind) {
        return ("evidence/" + application + "/" + kind).getBytes(StandardCharsets.UTF_8);
    }
}
