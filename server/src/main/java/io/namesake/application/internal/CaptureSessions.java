package io.namesake.application.internal;

import io.namesake.access.ApplicantPrincipal;
import io.namesake.access.Caller;
import io.namesake.access.CredentialScheme;
import io.namesake.access.OperatorId;
import io.namesake.access.SecretToken;
import io.namesake.database.SqlTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What capture links are traded for: {@code nsc_<id>_<secret>}, the right to one application while it is used. */
@Repository
class CaptureSessions implements CredentialScheme {
    private static final String PREFIX = "nsc_";
    private static final Pattern FORM = Pattern.compile("nsc_([0-9a-f]{32})_([A-Za-z0-9_-]{43})");
    /** How exact the time of the last use is kept; every request would otherwise write. */
    private static final Duration USE_RESOLUTION = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random;
    private final ApplicationSettings settings;

    CaptureSessions(JdbcClient jdbc, Clock clock, SecureRandom random, ApplicationSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
        this.settings = settings;
    }

    /** A session and its token, which is shown once. */
    record Opened(String token, Instant expiresAt) {}

    Opened open(LineApplication application) {
        var id = UUID.randomUUID().toString().replace("-", "");
        var secret = SecretToken.random(random);
        var now = clock.instant();
        jdbc.sql("""
                        insert into capture_session
                            (id, secret_sha256, application_id, operator_id, opened_at, last_used_at)
                        values (:id, :hash, :application, :operator, :now, :now)
                        """)
                .param("id", id)
                .param("hash", SecretToken.sha256(secret))
                .param("application", application.id())
                .param("operator", application.operatorId().value())
                .param("now", SqlTime.of(now))
                .update();
        return new Opened(PREFIX + id + "_" + secret, now.plus(settings.sessionIdle()));
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
        var secret = parts.group(2);
        return jdbc.sql("select * from capture_session where id = :id")
                .param("id", id)
                .query((row, index) -> new Row(
                        row.getString("secret_sha256"),
                        new ApplicantPrincipal(
                                new OperatorId(row.getObject("operator_id", UUID.class)),
                                row.getObject("application_id", UUID.class)),
                        SqlTime.instant(row, "last_used_at")))
                .optional()
                .filter(session -> SecretToken.matches(secret, session.secretSha256()))
                .filter(session -> stillAlive(id, session))
                .map(Row::applicant);
    }

    private boolean stillAlive(String id, Row session) {
        var now = clock.instant();
        var unused = Duration.between(session.lastUsedAt(), now);
        if (unused.compareTo(settings.sessionIdle()) >= 0) {
            return false;
        }
        if (unused.compareTo(USE_RESOLUTION) >= 0) {
            jdbc.sql("update capture_session set last_used_at = :now where id = :id")
                    .param("now", SqlTime.of(now))
                    .param("id", id)
                    .update();
        }
        return true;
    }

    private record Row(String secretSha256, ApplicantPrincipal applicant, Instant lastUsedAt) {}
}
