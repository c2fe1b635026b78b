package io.namesake.provisioning.radius;

import io.namesake.access.OperatorId;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.crypto.Vault;
import io.namesake.database.SqlTime;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The operators' access servers, in the table {@code access_server}; their shared secrets are sealed and never shown. */
@Service
class AccessServers {
    static final int MOST_OF_AN_OPERATOR = 100;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    AccessServers(JdbcClient jdbc, Vault vault, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem {@code access-server-invalid} when the operator has it already, or too many */
    @Transactional
    AccessServer add(
            OperatorId operator, InetAddress address, int port, AccessServer.Means means, SharedSecret secret) {
        if (of(operator).size() >= MOST_OF_AN_OPERATOR) {
            throw new Problem(
                    ProblemType.ACCESS_SERVER_INVALID,
                    "An operator has at most " + MOST_OF_AN_OPERATOR + " access servers; delete one first.");
        }
        var server = new AccessServer(UUID.randomUUID(), new InetSocketAddress(address, port), means, clock.instant());
        int added = jdbc.sql("""
                        insert into access_server (id, operator_id, address, port, means, sealed_secret, created_at)
                        values (:id, :operator, :address, :port, :means, :secret, :now)
                        on conflict (operator_id, address, port) do nothing
                        """)
                .param("id", server.id())
                .param("operator", operator.value())
                .param("address", address.getHostAddress())
                .param("port", port)
                .param("means", means.name())
                .param("secret", vault.seal(secret.bytes(), placeOf(server.id())))
                .param("now", SqlTime.of(server.createdAt()))
                .update();
        if (added == 0) {
            throw new Problem(
                    ProblemType.ACCESS_SERVER_INVALID, "There is one with this address and port; delete it first.");
        }
        log(operator, "access-server.created", server.id());
        return server;
    }

    List<AccessServer> of(OperatorId operator) {
        return jdbc.sql("select * from access_server where operator_id = :operator order by created_at, id")
                .param("operator", operator.value())
                .query((row, number) -> server(row))
                .list();
    }

    Optional<AccessServer> find(OperatorId operator, UUID id) {
        return of(operator).stream().filter(server -> server.id().equals(id)).findFirst();
    }

    /** With what it was still to be told. */
    @Transactional
    void delete(OperatorId operator, UUID id) {
        int deleted = jdbc.sql("delete from access_server where id = :id and operator_id = :operator")
                .param("id", id)
                .param("operator", operator.value())
                .update();
        if (deleted == 0) {
            throw new Problem(ProblemType.ACCESS_SERVER_UNKNOWN);
        }
        log(operator, "access-server.deleted", id);
    }

    /** @throws Vault.SealBroken when it was sealed under another keyset, or for another server */
    SharedSecret secret(UUID id, byte[] sealed) {
        return SharedSecret.of(vault.open(sealed, placeOf(id)));
    }

    private void log(OperatorId operator, String type, UUID id) {
        audit.append(new AuditEntry(operator, type, id.toString()));
    }

    /** Binds a sealed secret to its access server. */
    static byte[] placeOf(UUID id) {
        return ("access-server/" + id).getBytes(StandardCharsets.UTF_8);
    }

    private static AccessServer server(ResultSet row) throws SQLException {
        return new AccessServer(
                row.getObject("id", UUID.class),
                new InetSocketAddress(InetAddress.ofLiteral(row.getString("address")), row.getInt("port")),
                AccessServer.Means.valueOf(row.getString("means")),
                SqlTime.instant(row, "created_at"));
    }
}
