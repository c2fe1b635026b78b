package io.namesake.access.client;

import io.namesake.access.OperatorId;
import io.namesake.access.SecretToken;
import io.namesake.database.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code oauth_request}. */
@Repository
class WaitingRequestTable {
    /** Enough to be verified anew on the way, on paper if need be. */
    private static final Duration WAITS = Duration.ofHours(1);

    private final JdbcClient jdbc;

    WaitingRequestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String handle, WaitingRequest request, Instant now) {
        jdbc.sql("delete from oauth_request where ends_at < :now")
                .param("now", SqlTime.of(now))
                .update();
        jdbc.sql("""
                        insert into oauth_request (handle_sha256, operator_id, client_id, redirect_uri, client_state, nonce, scopes,
                            code_challenge, ends_at)
                        values (:handle, :operator, :client, :redirect, :state, :nonce, :scopes, :challenge, :ends)
                        """)
                .param("handle", SecretToken.sha256(handle))
                .param("operator", request.operator().value())
                .param("client", request.clientId())
                .param("redirect", request.redirectUri())
                .param("state", request.state())
                .param("nonce", request.nonce())
                .param("scopes", String.join(" ", new TreeSet<>(request.scopes())))
                .param("challenge", request.codeChallenge())
                .param("ends", SqlTime.of(now.plus(WAITS)))
                .update();
    }

    Optional<WaitingRequest> find(String handle, Instant now) {
        return jdbc.sql("select * from oauth_request where handle_sha256 = :handle and ends_at > :now")
                .param("handle", SecretToken.sha256(handle))
                .param("now", SqlTime.of(now))
                .query((row, index) -> request(row))
                .optional();
    }

    /** Takes it away: an answer is given once. */
    Optional<WaitingRequest> take(String handle, Instant now) {
        return jdbc.sql("delete from oauth_request where handle_sha256 = :handle and ends_at > :now returning *")
                .param("handle", SecretToken.sha256(handle))
                .param("now", SqlTime.of(now))
                .query((row, index) -> request(row))
                .optional();
    }

    private static WaitingRequest request(ResultSet row) throws SQLException {
        return new WaitingRequest(
                new OperatorId(row.getObject("operator_id", UUID.class)),
                row.getObject("client_id", UUID.class),
                row.getString("redirect_uri"),
                row.getString("client_state"),
                row.getString("nonce"),
                Set.of(row.getString("scopes").split(" ")),
                row.getString("code_challenge"));
    }
}
