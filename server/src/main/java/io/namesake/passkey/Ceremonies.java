package io.namesake.passkey;

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

/** A table of challenges: each is answered once, soon, and for whom it was drawn. */
public final class Ceremonies {
    static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int CHALLENGE = 32;

    private final JdbcClient jdbc;
    private final SecureRandom random;
    private final Clock clock;
    private final String table;
    private final String owner;

    /**
     * @param table with the columns {@code id}, {@code challenge}, {@code expires_at} and {@code used_at}
     * @param owner its column with the id of a person, who may be unknown
     */
    public Ceremonies(JdbcClient jdbc, SecureRandom random, Clock clock, String table, String owner) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
        this.table = table;
        this.owner = owner;
    }

    /** A challenge that is to be answered. */
    record Ceremony(UUID id, Bytes challenge) {}

    /** @param person whose passkey is added or asked for; null when somebody signs in */
    Ceremony begin(@Nullable UUID person) {
        var bytes = new byte[CHALLENGE];
        random.nextBytes(bytes);
        var ceremony = new Ceremony(UUID.randomUUID(), new Bytes(bytes));
        jdbc.sql("""
                        insert into %s (id, %s, challenge, expires_at) values (:id, :person, :challenge, :expires)
                        """.formatted(table, owner))
                .param("id", ceremony.id())
                .param("person", person)
                .param("challenge", ceremony.challenge().toBase64UrlString())
                .param("expires", SqlTime.of(clock.instant().plus(PATIENCE)))
                .update();
        return ceremony;
    }

    /** Whatever comes of it, it cannot be used again. @throws Problem {@code passkey-not-accepted} */
    Ceremony use(UUID id, @Nullable UUID person) {
        Optional<String> challenge = jdbc.sql("""
                        update %s set used_at = :now
                        where id = :id and %s is not distinct from cast(:person as uuid)
                          and used_at is null and expires_at > :now
                        returning challenge
                        """.formatted(table, owner))
                .param("now", SqlTime.of(clock.instant()))
                .param("id", id)
                .param("person", person)
                .query(String.class)
                .optional();
        return challenge
                .map(text -> new Ceremony(id, Bytes.fromBase64(text)))
                .orElseThrow(() -> new Problem(ProblemType.PASSKEY_NOT_ACCEPTED));
    }
}
