package io.namesake.provisioning.radius;

import io.namesake.access.Caller;
import io.namesake.access.CredentialScheme;
import io.namesake.access.NetworkPrincipal;
import io.namesake.access.OperatorId;
import io.namesake.access.SecretToken;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.database.SqlTime;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The operators' RADIUS servers and their tokens, {@code nsr_<id>_<secret>}; the id finds the row, the secret proves the right to
 * it. When a token was used last is not kept: that would say when somebody went online.
 */
@Service
class RadiusServers implements CredentialScheme {
    static final int MOST_OF_AN_OPERATOR = 20;
    private static final String PREFIX = "nsr_";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final int ID_END = PREFIX.length() + 32;
    /** With a secret of 43 characters. */
    private static final int LENGTH = ID_END + 1 + 43;
    /** Compared with when there is no such token, so that an unknown id takes as long as a wrong secret. */
    private static final String NO_HASH = SecretToken.sha256("");

    /** A RADIUS server asks thousands of times a second; its token, deleted at another node, opens no longer than this here. */
    private static final Duration SEEN = Duration.ofSeconds(5);

    private static final int MOST_SEEN = 10_000;

    private final Map<String, Row> seen = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random;

    RadiusServers(JdbcClient jdbc, AuditLog audit, Clock clock, SecureRandom random) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** One of an operator's RADIUS servers. @param name the operator's own */
    record RadiusServer(UUID id, String name, Instant createdAt) {}

    /** A new server and its token, which is shown once. */
    record Added(RadiusServer server, String token) {
        /** Without the token, since records end up in logs. */
        @Override
        public String toString() {
            return "Added[" + server.id() + "]";
        }
    }

    /** @throws Problem {@code radius-server-invalid} when the operator has too many */
    @Transactional
    Added add(OperatorId operator, String name) {
        if (of(operator).size() >= MOST_OF_AN_OPERATOR) {
            throw new Problem(
                    ProblemType.RADIUS_SERVER_INVALID,
                    "An operator has at most " + MOST_OF_AN_OPERATOR + " RADIUS servers; delete one first.");
        }
        var server = new RadiusServer(UUID.randomUUID(), name, clock.instant());
        var secret = SecretToken.random(random);
        jdbc.sql("""
                        insert into radius_server (id, operator_id, name, secret_sha256, created_at)
                        values (:id, :operator, :name, :hash, :now)
                        """)
                .param("id", server.id())
                .param("operator", operator.value())
                .param("name", name)
                .param("hash", SecretToken.sha256(secret))
                .param("now", SqlTime.of(server.createdAt()))
                .update();
        audit.append(
                new AuditEntry(operator, "radius-server.created", server.id().toString()));
        return new Added(server, PREFIX + server.id().toString().replace("-", "") + "_" + secret);
    }

    List<RadiusServer> of(OperatorId operator) {
        return jdbc.sql("select * from radius_server where operator_id = :operator order by created_at, id")
                .param("operator", operator.value())
                .query((row, index) -> new RadiusServer(
                        row.getObject("id", UUID.class), row.getString("name"), SqlTime.instant(row, "created_at")))
                .list();
    }

    /** Its token opens nothing from now on. */
    @Transactional
    void delete(OperatorId operator, UUID id) {
        int deleted = jdbc.sql("delete from radius_server where id = :id and operator_id = :operator")
                .param("id", id)
                .param("operator", operator.value())
                .update();
        if (deleted == 0) {
            throw new Problem(ProblemType.RADIUS_SERVER_UNKNOWN);
        }
        forgetAfterCommit(id);
        audit.append(new AuditEntry(operator, "radius-server.deleted", id.toString()));
    }

    /** Whoever asks before the commit would put it back. */
    private void forgetAfterCommit(UUID id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                seen.remove(id.toString().replace("-", ""));
            }
        });
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Optional<Caller> callerOf(String token) {
        if (token.length() != LENGTH || !token.startsWith(PREFIX) || token.charAt(ID_END) != '_') {
            return Optional.empty();
        }
        var id = token.substring(PREFIX.length(), ID_END);
        var now = clock.instant();
        var known = Optional.ofNullable(seen.get(id)).filter(row -> now.isBefore(row.until()));
        var found = known.or(() -> ID.matcher(id).matches() ? find(id, now) : Optional.empty());
        boolean right = SecretToken.matches(
                token.substring(ID_END + 1), found.map(Row::secretSha256).orElse(NO_HASH));
        if (right && known.isEmpty()) {
            remember(id, found.orElseThrow());
        }
        return right ? found.map(Row::principal) : Optional.empty();
    }

    private Optional<Row> find(String id, Instant now) {
        return jdbc.sql("select id, operator_id, secret_sha256 from radius_server where id = :id::uuid")
                .param("id", id) // PostgreSQL reads a UUID without hyphens, too
                .query((row, index) -> new Row(
                        row.getString("secret_sha256"),
                        new NetworkPrincipal(
                                new OperatorId(row.getObject("operator_id", UUID.class)),
                                row.getObject("id", UUID.class)),
                        now.plus(SEEN)))
                .optional();
    }

    /** Only what was right: nobody fills it with ids that they made up. */
    private void remember(String id, Row row) {
        if (seen.size() >= MOST_SEEN) {
            seen.clear();
        }
        seen.put(id, row);
    }

    /** @param until how long it is taken from memory */
    private record Row(String secretSha256, NetworkPrincipal principal, Instant until) {}
}
