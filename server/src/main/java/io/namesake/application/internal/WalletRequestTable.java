package io.namesake.application.internal;

import io.namesake.access.SecretToken;
import io.namesake.crypto.Vault;
import io.namesake.database.SqlTime;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of requests to wallets: at most one for each application. */
@Repository
class WalletRequestTable {
    /** What an outcome says when a document came of the request. */
    static final String RECEIVED = "RECEIVED";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    WalletRequestTable(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /**
     * A request.
     *
     * @param secrets null once it was answered
     * @param outcome {@value #RECEIVED} or the code of a problem; null before
     */
    record Row(
            UUID application,
            @Nullable WalletSecrets secrets,
            Instant expiresAt,
            @Nullable String outcome) {}

    /** Puts a request in the place of the one before. */
    void replace(UUID application, String request, WalletSecrets secrets, Instant issued, Instant expires) {
        jdbc.sql("""
                        insert into wallet_request (application_id, request_sha256, sealed, issued_at, expires_at)
                        values (:application, :request, :sealed, :issued, :expires)
                        on conflict (application_id) do update
                        set request_sha256 = excluded.request_sha256, sealed = excluded.sealed, issued_at = excluded.issued_at,
                            expires_at = excluded.expires_at, answered_at = null, outcome = null
                        """)
                .param("application", application)
                .param("request", SecretToken.sha256(request))
                .param("sealed", vault.seal(secrets.encoded(json), place(application)))
                .param("issued", SqlTime.of(issued))
                .param("expires", SqlTime.of(expires))
                .update();
    }

    Optional<Row> byRequest(String request) {
        return jdbc.sql("select * from wallet_request where request_sha256 = :request")
                .param("request", SecretToken.sha256(request))
                .query(this::row)
                .optional();
    }

    Optional<Row> byApplication(UUID application) {
        return jdbc.sql("select * from wallet_request where application_id = :application")
                .param("application", application)
                .query(this::row)
                .optional();
    }

    /** Closes it, since it is answered. @return whether it was still open */
    boolean close(String request, String outcome, Instant now) {
        return jdbc.sql("""
                        update wallet_request set answered_at = :now, outcome = :outcome, sealed = null
                        where request_sha256 = :request and answered_at is null
                        """)
                        .param("now", SqlTime.of(now))
                        .param("outcome", outcome)
                        .param("request", SecretToken.sha256(request))
                        .update()
                == 1;
    }

    /** Ends an application's open request, so that nothing opens what a wallet still sends. */
    void end(UUID application) {
        jdbc.sql("delete from wallet_request where application_id = :application and answered_at is null")
                .param("application", application)
                .update();
    }

    private Row row(ResultSet row, int index) throws SQLException {
        var application = row.getObject("application_id", UUID.class);
        byte[] sealed = row.getBytes("sealed");
        return new Row(
                application,
                sealed == null ? null : WalletSecrets.decoded(vault.open(sealed, place(application)), json),
                SqlTime.instant(row, "expires_at"),
                row.getString("outcome"));
    }

    private static byte[] place(UUID application) {
        return ("wallet-request/" + application).getBytes(StandardCharsets.UTF_8);
    }
}
