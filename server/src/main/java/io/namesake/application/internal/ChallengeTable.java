package io.namesake.application.internal;

import io.namesake.access.SecretToken;
import io.namesake.database.SqlTime;
import io.namesake.face.challenge.Challenge;
import io.namesake.face.challenge.Movement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of open challenges: at most one for each application. */
@Repository
class ChallengeTable {
    private final JdbcClient jdbc;

    ChallengeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An open challenge. */
    record Open(Challenge challenge, Instant issuedAt, Instant expiresAt) {}

    /** Puts a challenge in the place of the one before. */
    void replace(UUID application, String nonce, Open open) {
        jdbc.sql("""
                        insert into capture_challenge (application_id, nonce_sha256, movements, issued_at, expires_at)
                        values (:application, :nonce, :movements, :issued, :expires)
                        on conflict (application_id) do update
                        set nonce_sha256 = excluded.nonce_sha256, movements = excluded.movements,
                            issued_at = excluded.issued_at, expires_at = excluded.expires_at
                        """)
                .param("application", application)
                .param("nonce", SecretToken.sha256(nonce))
                .param(
                        "movements",
                        open.challenge().movements().stream().map(Enum::name).collect(Collectors.joining(",")))
                .param("issued", SqlTime.of(open.issuedAt()))
                .param("expires", SqlTime.of(open.expiresAt()))
                .update();
    }

    /** The open challenge with exactly this nonce. */
    Optional<Open> find(UUID application, String nonce) {
        return jdbc.sql("select * from capture_challenge where application_id = :application and nonce_sha256 = :nonce")
                .param("application", application)
                .param("nonce", SecretToken.sha256(nonce))
                .query((row, index) -> new Open(
                        new Challenge(Arrays.stream(row.getString("movements").split(","))
                                .map(Movement::valueOf)
                                .toList()),
                        SqlTime.instant(row, "issued_at"),
                        SqlTime.instant(row, "expires_at")))
                .optional();
    }

    /** Closes it, since it is answered. @return whether it was still open */
    boolean close(UUID application, String nonce) {
        return jdbc.sql("delete from capture_challenge where application_id = :application and nonce_sha256 = :nonce")
                        .param("application", application)
                        .param("nonce", SecretToken.sha256(nonce))
                        .update()
                == 1;
    }
}
