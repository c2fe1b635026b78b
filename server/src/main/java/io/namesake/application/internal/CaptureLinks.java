package io.namesake.application.internal;

import io.namesake.access.SecretToken;
import io.namesake.application.CaptureLink;
import io.namesake.database.SqlTime;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One-time links. Only a hash of the token is kept, so a copy of the database opens nothing. */
@Repository
class CaptureLinks {
    private static final int LONGEST_TOKEN = 128;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random;
    private final ApplicationSettings settings;
    private final URI publicUrl;

    CaptureLinks(
            JdbcClient jdbc,
            Clock clock,
            SecureRandom random,
            ApplicationSettings settings,
            @Value("${namesake.public-url}") URI publicUrl) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
        this.settings = settings;
        this.publicUrl = publicUrl;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    CaptureLink issue(UUID application) {
        var token = SecretToken.random(random);
        var expires = clock.instant().plus(settings.captureLink());
        jdbc.sql("""
                        insert into capture_link (token_sha256, application_id, expires_at)
                        values (:hash, :application, :expires)
                        """)
                .param("hash", SecretToken.sha256(token))
                .param("application", application)
                .param("expires", SqlTime.of(expires))
                .update();
        return new CaptureLink(ApplicationSettings.captureUrl(publicUrl, application, token), expires);
    }

    /**
     * Uses a link up.
     *
     * @return the application it is for
     * @throws Problem when there is no such link, or it was used, or it has expired
     */
    @Transactional(propagation = Propagation.MANDATORY)
    UUID use(String token) {
        if (token.length() > LONGEST_TOKEN) {
            throw new Problem(ProblemType.CAPTURE_LINK_UNKNOWN);
        }
        var hash = SecretToken.sha256(token);
        // The row is locked, so two who open the link at once get one session.
        var link = jdbc.sql("""
                        select application_id, expires_at, used_at from capture_link
                        where token_sha256 = :hash for update
                        """)
                .param("hash", hash)
                .query((row, index) -> new Row(
                        row.getObject("application_id", UUID.class),
                        SqlTime.instant(row, "expires_at"),
                        SqlTime.instantOrNull(row, "used_at")))
                .optional()
                .orElseThrow(() -> new Problem(ProblemType.CAPTURE_LINK_UNKNOWN));
        var now = clock.instant();
        if (link.usedAt() != null) {
            throw new Problem(ProblemType.CAPTURE_LINK_USED);
        }
        if (!now.isBefore(link.expiresAt())) {
            throw new Problem(ProblemType.CAPTURE_LINK_EXPIRED);
        }
        jdbc.sql("update capture_link set used_at = :now where token_sha256 = :hash")
                .param("now", SqlTime.of(now))
                .param("hash", hash)
                .update();
        return link.applicationId();
    }

    private record Row(
            UUID applicationId, Instant expiresAt, @Nullable Instant usedAt) {}
}
