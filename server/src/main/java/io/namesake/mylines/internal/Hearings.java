package io.namesake.mylines.internal;

import io.namesake.access.OperatorId;
import io.namesake.access.SecretToken;
import io.namesake.crypto.Vault;
import io.namesake.database.SqlTime;
import io.namesake.language.Language;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who uses a disputed line is heard. The operator sends a link to the line itself; whoever opens it learns that the registration
 * is being looked into, and never that or who complained.
 */
@Repository
class Hearings {
    static final int LONGEST_STATEMENT = 2_000;

    private final JdbcClient jdbc;
    private final DisputeTable disputes;
    private final Vault vault;
    private final SecureRandom random;
    private final Clock clock;

    Hearings(JdbcClient jdbc, DisputeTable disputes, Vault vault, SecureRandom random, Clock clock) {
        this.jdbc = jdbc;
        this.disputes = disputes;
        this.vault = vault;
        this.random = random;
        this.clock = clock;
    }

    /** A hearing as its invitation opens it. */
    record Hearing(
            UUID disputeId,
            UUID lineId,
            Instant expiresAt,
            @Nullable Instant statedAt,
            boolean open) {}

    /** What the user of the line said, for whoever decides. */
    record Statement(String words, Instant at) {

        /** Says nothing personal, since records end up in logs. */
        @Override
        public String toString() {
            return "Statement[" + at + "]";
        }
    }

    /**
     * Makes an invitation, in place of one before that was not answered.
     *
     * @return its token, known to the bearer only
     * @throws Problem {@code case-unknown}, {@code case-closed}
     */
    @Transactional
    public String invite(OperatorId operator, UUID id, Language language) {
        var dispute = disputes.lock(id)
                .filter(found -> found.operatorId().equals(operator))
                .orElseThrow(() -> new Problem(ProblemType.CASE_UNKNOWN));
        if (!dispute.state().isOpen()) {
            throw new Problem(ProblemType.CASE_CLOSED);
        }
        var token = SecretToken.random(random);
        int changed = jdbc.sql("""
                        insert into dispute_hearing (id, token_sha256, language, invited_at, expires_at)
                        values (:dispute, :hash, :language, :now, :expires)
                        on conflict (id) do update
                            set token_sha256 = excluded.token_sha256, language = excluded.language,
                                invited_at = excluded.invited_at, expires_at = excluded.expires_at
                            where dispute_hearing.stated_at is null
                        """)
                .param("dispute", id)
                .param("hash", SecretToken.sha256(token))
                .param("language", language.tag())
                .param("now", SqlTime.of(clock.instant()))
                .param("expires", SqlTime.of(dispute.dueAt()))
                .update();
        if (changed == 0) {
            throw new Problem(ProblemType.CASE_CLOSED, "The user of the line has been heard already.");
        }
        return token;
    }

    /** @throws Problem {@code case-unknown} for a token that opens nothing (any more) */
    Hearing opened(String token) {
        return jdbc.sql("""
                        select h.id, d.line_id, h.expires_at, h.stated_at, d.state in ('OPEN', 'APPEALED') as open
                        from dispute_hearing h join dispute d on d.id = h.id
                        where h.token_sha256 = :hash and h.expires_at > :now
                        """)
                .param("hash", SecretToken.sha256(token))
                .param("now", SqlTime.of(clock.instant()))
                .query((row, number) -> new Hearing(
                        row.getObject("id", UUID.class),
                        row.getObject("line_id", UUID.class),
                        SqlTime.instant(row, "expires_at"),
                        SqlTime.instantOrNull(row, "stated_at"),
                        row.getBoolean("open")))
                .optional()
                .orElseThrow(() -> new Problem(ProblemType.CASE_UNKNOWN));
    }

    /** The user of the line says what there is to say, once. */
    @Transactional
    public void state(String token, String words) {
        var hearing = opened(token);
        if (!hearing.open()) {
            throw new Problem(ProblemType.CASE_CLOSED);
        }
        int changed = jdbc.sql("""
                        update dispute_hearing set sealed_statement = :sealed, stated_at = :now
                        where id = :dispute and stated_at is null
                        """)
                .param("sealed", vault.seal(words.getBytes(StandardCharsets.UTF_8), placeOf(hearing.disputeId())))
                .param("now", SqlTime.of(clock.instant()))
                .param("dispute", hearing.disputeId())
                .update();
        if (changed == 0) {
            throw new Problem(ProblemType.CASE_CLOSED, "You have been heard already.");
        }
    }

    Optional<Statement> statement(UUID dispute) {
        return jdbc.sql("""
                        select sealed_statement, stated_at from dispute_hearing
                        where id = :dispute and stated_at is not null and sealed_statement is not null
                        """)
                .param("dispute", dispute)
                .query((row, number) -> new Statement(
                        new String(
                                vault.open(row.getBytes("sealed_statement"), placeOf(dispute)), StandardCharsets.UTF_8),
                        SqlTime.instant(row, "stated_at")))
                .optional();
    }

    static byte[] placeOf(UUID dispute) {
        return ("dispute-statement/" + dispute).getBytes(StandardCharsets.UTF_8);
    }
}
