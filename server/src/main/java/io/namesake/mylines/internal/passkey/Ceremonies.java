package io.namesake.mylines.internal.passkey;

import io.namesake.database.SqlTime;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Repository;

/** The table {@code passkey_ceremony}: each challenge is answered once, soon, and for what it was drawn. */
@Repository
class Ceremonies {
    static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int CHALLENGE = 32;

    private final JdbcClient jdbc;
    private final SecureRandom random;
    private final Clock clock;

    Ceremonies(JdbcClient jdbc, SecureRandom random, Clock clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
    }

    /** A challenge that is to be answered. */
    record Ceremony(UUID id, Bytes challenge) {}

    /** @param holder for whom a passkey is added; null when somebody signs in */
    Ceremony begin(@Nullable UUID holder) {
        var bytes = new byte[CHALLENGE];
        random.nextBytes(bytes);
        var ceremony = new Ceremony(UUID.randomUUID(), new Bytes(bytes));
        jdbc.sql("""
                        insert into passkey_ceremony (id, holder_id, challenge, expires_at)
                        values (:id, :holder, :challenge, :expires)
                        """)
                .param("id", ceremony.id())
                .param("holder", holder)
                .param("challenge", ceremony.challenge().toBase64UrlString())
                .param("expires", SqlTime.of(clock.instant().plus(PATIENCE)))
                .update();
        return ceremony;
    }

    /** Whatever comes of it, it cannot be used again. @throws Problem {@code passkey-not-accepted} */
    Ceremony use(UUID id, @Nullable UUID holder) {
        Optional<String> challenge = jdbc.sql("""
                        update passkey_ceremony set used_at = :now
                        where id = :id and holder_id is not distinct from cast(:holder as uuid)
                          and used_at is null and expires_at > :now
                        returning challenge
                        """)
                .param("now", SqlTime.of(clock.instant()))
                .param("id", id)
                .param("holder", holder)
                .query(String.class)
                .optional();
        return challenge
                .map(text -> new Ceremony(id, Bytes.fromBase64(text)))
                .orElseThrow(() -> new Problem(ProblemType.PASSKEY_NOT_ACCEPTED));
    }
}
