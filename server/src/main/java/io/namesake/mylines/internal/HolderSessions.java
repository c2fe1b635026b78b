package io.namesake.mylines.internal;

import io.namesake.access.Caller;
import io.namesake.access.CredentialScheme;
import io.namesake.access.HolderPrincipal;
import io.namesake.access.SecretToken;
import io.namesake.database.AcrossOperators;
import io.namesake.database.SqlTime;
import io.namesake.mylines.HolderSessionOpener;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions of holders: {@code nsh_<id>_<secret>}, short-lived, and ended by who opened them. */
@Repository
@EnableConfigurationProperties(MyLinesSettings.class)
class HolderSessions implements CredentialScheme, HolderSessionOpener {
    private static final String PREFIX = "nsh_";
    private static final Pattern FORM = Pattern.compile("nsh_([0-9a-f]{32})_([A-Za-z0-9_-]{43})");
    /** How exact the time of the last use is kept; every request would otherwise write. */
    private static final Duration USE_RESOLUTION = Duration.ofSeconds(30);
    /** Compared with when there is no such session, so that an unknown id takes as long as a wrong secret. */
    private static final String NO_HASH = SecretToken.sha256("");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random;
    private final MyLinesSettings settings;

    HolderSessions(JdbcClient jdbc, Clock clock, SecureRandom random, MyLinesSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
        this.settings = settings;
    }

    @AcrossOperators(because = "who is to be known by it is not known by it yet")
    @Override
    public Opened open(UUID holderId, How how, Instant verifiedAt) {
        var id = UUID.randomUUID();
        var name = id.toString().replace("-", "");
        var secret = SecretToken.random(random);
        var now = clock.instant();
        jdbc.sql("""
                        insert into holder_session
                            (id, secret_sha256, holder_id, opened_by, verified_at, opened_at, last_used_at)
                        values (:id, :hash, :holder, :how, :verified, :now, :now)
                        """)
                .param("id", name)
                .param("hash", SecretToken.sha256(secret))
                .param("holder", holderId)
                .param("how", how.name())
                .param("verified", SqlTime.of(verifiedAt))
                .param("now", SqlTime.of(now))
                .update();
        return new Opened(PREFIX + name + "_" + secret, now.plus(settings.idle()));
    }

    void end(UUID sessionId) {
        jdbc.sql("update holder_session set ended_at = :now where id = :id and ended_at is null")
                .param("now", SqlTime.of(clock.instant()))
                .param("id", sessionId.toString().replace("-", ""))
                .update();
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Optional<Caller> callerOf(String token) {
        var parts = FORM.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var id = parts.group(1);
        var found = jdbc.sql("select * from holder_session where id = :id and ended_at is null")
                .param("id", id)
                .query((row, index) -> new Row(
                        row.getString("secret_sha256"),
                        row.getObject("holder_id", UUID.class),
                        SqlTime.instant(row, "verified_at"),
                        SqlTime.instant(row, "opened_at"),
                        SqlTime.instant(row, "last_used_at")))
                .optional();
        boolean right =
                SecretToken.matches(parts.group(2), found.map(Row::secretSha256).orElse(NO_HASH));
        return found.filter(_ -> right)
                .filter(session -> isAlive(id, session))
                .map(session -> new HolderPrincipal(session.holderId(), uuid(id), session.verifiedAt()));
    }

    private boolean isAlive(String id, Row session) {
        var now = clock.instant();
        var unused = Duration.between(session.lastUsedAt(), now);
        if (unused.compareTo(settings.idle()) >= 0
                || Duration.between(session.openedAt(), now).compareTo(settings.longest()) >= 0) {
            return false;
        }
        if (unused.compareTo(USE_RESOLUTION) >= 0) {
            jdbc.sql("update holder_session set last_used_at = :now where id = :id")
                    .param("now", SqlTime.of(now))
                    .param("id", id)
                    .update();
        }
        return true;
    }

    private static UUID uuid(String name) {
        return new UUID(
                Long.parseUnsignedLong(name.substring(0, 16), 16), Long.parseUnsignedLong(name.substring(16), 16));
    }

    private record Row(String secretSha256, UUID holderId, Instant verifiedAt, Instant openedAt, Instant lastUsedAt) {}
}
