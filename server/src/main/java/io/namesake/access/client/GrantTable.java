package io.namesake.access.client;

import io.namesake.access.AgreedLine;
import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code oauth_grant}. Rows go once nothing of theirs can be good any more. */
@Repository
class GrantTable {
    /** Longer than an access token lives. */
    private static final Duration AFTERLIFE = Duration.ofHours(1);

    private final JdbcClient jdbc;

    GrantTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new one, whose code was not used yet. */
    void insert(Grant grant, String codeSha256, Instant now) {
        jdbc.sql("delete from oauth_grant where over_at < :now")
                .param("now", SqlTime.of(now))
                .update();
        jdbc.sql("""
                        insert into oauth_grant (id, operator_id, client_id, consent_id, line_id, holder_id, by_network, agreed_at,
                            scopes, redirect_uri, nonce, code_challenge, code_sha256, code_until, refresh_family, over_at)
                        values (:id, :operator, :client, :consent, :line, :holder, :network, :agreed,
                            :scopes, :redirect, :nonce, :challenge, :code, :until, :family, :over)
                        """)
                .param("id", grant.id())
                .param("operator", grant.operator().value())
                .param("client", grant.clientId())
                .param("consent", grant.line().consentId())
                .param("line", grant.line().lineId())
                .param("holder", grant.line().holderId())
                .param("network", grant.byNetwork())
                .param("agreed", SqlTime.of(grant.agreedAt()))
                .param("scopes", String.join(" ", new TreeSet<>(grant.scopes())))
                .param("redirect", grant.redirectUri())
                .param("nonce", grant.nonce())
                .param("challenge", grant.codeChallenge())
                .param("code", codeSha256)
                .param("until", SqlTime.of(grant.codeUntil()))
                .param("family", grant.family())
                .param("over", SqlTime.of(grant.codeUntil().plus(AFTERLIFE)))
                .update();
    }

    Optional<Grant> alive(UUID id) {
        return one("select * from oauth_grant where id = :value and ended_at is null", id);
    }

    Optional<Grant> ofCode(String sha256) {
        return one("select * from oauth_grant where code_sha256 = :value", sha256);
    }

    Optional<Grant> ofFamily(UUID family) {
        return one("select * from oauth_grant where refresh_family = :value", family);
    }

    /** @return whether this was the first use of its code */
    boolean useCode(UUID id, Instant now, @Nullable String refreshSha256, Instant refreshUntil) {
        return jdbc.sql("""
                                update oauth_grant set code_used_at = :now, refresh_sha256 = :refresh, refresh_until = :until,
                                    over_at = greatest(over_at, :over)
                                where id = :id and code_used_at is null and ended_at is null
                                """)
                        .param("now", SqlTime.of(now))
                        .param("refresh", refreshSha256)
                        .param("until", refreshSha256 == null ? null : SqlTime.of(refreshUntil))
                        .param("over", SqlTime.of((refreshSha256 == null ? now : refreshUntil).plus(AFTERLIFE)))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @return whether the token before was still the good one */
    boolean rotate(UUID id, String beforeSha256, String refreshSha256, Instant refreshUntil) {
        return jdbc.sql("""
                                update oauth_grant set refresh_sha256 = :refresh, refresh_until = :until, over_at = :over
                                where id = :id and refresh_sha256 = :before and ended_at is null
                                """)
                        .param("refresh", refreshSha256)
                        .param("until", SqlTime.of(refreshUntil))
                        .param("over", SqlTime.of(refreshUntil.plus(AFTERLIFE)))
                        .param("id", id)
                        .param("before", beforeSha256)
                        .update()
                == 1;
    }

    void end(UUID id, Instant now) {
        jdbc.sql("update oauth_grant set ended_at = :now, refresh_sha256 = null where id = :id and ended_at is null")
                .param("now", SqlTime.of(now))
                .param("id", id)
                .update();
    }

    private Optional<Grant> one(String sql, Object value) {
        return jdbc.sql(sql)
                .param("value", value)
                .query((row, index) -> grant(row))
                .optional();
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getObject("id", UUID.class),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                row.getObject("client_id", UUID.class),
                new AgreedLine(
                        row.getObject("consent_id", UUID.class),
                        row.getObject("line_id", UUID.class),
                        row.getObject("holder_id", UUID.class)),
                row.getBoolean("by_network"),
                SqlTime.instant(row, "agreed_at"),
                Set.of(row.getString("scopes").split(" ")),
                row.getString("redirect_uri"),
                row.getString("nonce"),
                row.getString("code_challenge"),
                SqlTime.instant(row, "code_until"),
                row.getObject("code_used_at") != null,
                row.getObject("refresh_family", UUID.class),
                row.getString("refresh_sha256"),
                SqlTime.instantOrNull(row, "refresh_until"),
                row.getObject("ended_at") != null);
    }
}
