package io.namesake.access.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.namesake.crypto.Vault;
import io.namesake.database.SqlTime;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign access tokens (ES256, RFC 7518), kept sealed in the database, where every server finds them. The newest one
 * signs for {@value #DAYS} days; each is kept long enough to check the last token that it signed.
 */
@Component
class SigningKeys {
    private static final int DAYS = 30;
    private static final Duration LIFE = Duration.ofDays(DAYS);
    /** Longer than the longest token lives, and than a server may hold an older list. */
    private static final Duration AFTERLIFE = Duration.ofDays(1);
    /** How old the list may be that is held in memory. */
    private static final Duration MEMORY = Duration.ofMinutes(1);
    /** Whoever makes a key holds this lock, so that two servers do not make one each. An arbitrary number of ours. */
    private static final long LOCK = 0x6e616d65_746f6b65L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Vault vault;
    private final Clock clock;
    private final AtomicReference<Held> held = new AtomicReference<>(new Held(List.of(), Instant.MIN));

    SigningKeys(JdbcClient jdbc, TransactionTemplate transactions, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.vault = vault;
        this.clock = clock;
    }

    /** The one that signs now. */
    ECKey signing() {
        return current().getFirst().key();
    }

    /** All that may have signed a token which is still good; with their private halves. */
    JWKSet all() {
        return new JWKSet(current().stream().<JWK>map(Key::key).toList());
    }

    /** Where a key's sealed value belongs. */
    static byte[] place(UUID id) {
        return ("token-signing-key/" + id).getBytes(StandardCharsets.US_ASCII);
    }

    private List<Key> current() {
        var now = clock.instant();
        var known = held.get();
        if (known.isFresh(now)) {
            return known.keys();
        }
        var read = read(now);
        if (needsAnother(read, now)) {
            read = transactions.execute(_ -> make(now));
        }
        held.set(new Held(read, now));
        return read;
    }

    private List<Key> make(Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((_, _) -> 0)
                .list();
        var read = read(now);
        if (!needsAnother(read, now)) {
            return read; // another server was faster
        }
        var id = UUID.randomUUID();
        jdbc.sql("delete from token_signing_key where created_at < :gone")
                .param("gone", SqlTime.of(now.minus(LIFE).minus(AFTERLIFE)))
                .update();
        jdbc.sql("insert into token_signing_key (id, sealed_key, created_at) values (:id, :sealed, :now)")
                .param("id", id)
                .param("sealed", vault.seal(generate(id).getBytes(StandardCharsets.UTF_8), place(id)))
                .param("now", SqlTime.of(now))
                .update();
        return read(now);
    }

    /** The newest first. */
    private List<Key> read(Instant now) {
        return jdbc.sql("""
                        select id, sealed_key, created_at from token_signing_key
                        where created_at >= :gone order by created_at desc, id
                        """)
                .param("gone", SqlTime.of(now.minus(LIFE).minus(AFTERLIFE)))
                .query((row, index) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Key(
                            parse(vault.open(row.getBytes("sealed_key"), place(id))),
                            SqlTime.instant(row, "created_at"));
                })
                .list();
    }

    private static boolean needsAnother(List<Key> keys, Instant now) {
        return keys.isEmpty() || !now.isBefore(keys.getFirst().createdAt().plus(LIFE));
    }

    private static String generate(UUID id) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(id.toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    private static ECKey parse(byte[] json) {
        try {
            return ECKey.parse(new String(json, StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("A stored signing key is none", e);
        }
    }

    private record Key(ECKey key, Instant createdAt) {}

    private record Held(List<Key> keys, Instant readAt) {
        boolean isFresh(Instant now) {
            return !keys.isEmpty() && now.isBefore(readAt.plus(MEMORY)) && !needsAnother(keys, now);
        }
    }
}
