package io.namesake.access.internal;

import io.namesake.access.Caller;
import io.namesake.access.CredentialScheme;
import io.namesake.access.OperatorDirectory;
import io.namesake.access.OperatorId;
import io.namesake.access.OperatorPrincipal;
import io.namesake.access.OperatorSearch;
import io.namesake.access.SecretToken;
import io.namesake.database.AcrossOperators;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The operators and their API keys. */
@Repository
class Operators implements CredentialScheme, OperatorDirectory, OperatorSearch {
    /** Compared with when there is no such key, so that an unknown id takes as long as a wrong secret. */
    private static final String NO_HASH = SecretToken.sha256("");

    private final JdbcClient jdbc;

    Operators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @AcrossOperators(because = "a person's page names every operator at which they have a line")
    public String of(OperatorId operator) {
        return jdbc.sql("select name from operator where id = :id")
                .param("id", operator.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("There is no operator " + operator));
    }

    @Override
    @AcrossOperators(because = "whoever comes to no operator has none yet")
    public OperatorId first() {
        return jdbc.sql("select id from operator order by created_at, id limit 1")
                .query(UUID.class)
                .optional()
                .map(OperatorId::new)
                .orElseThrow(() -> new Problem(ProblemType.NOT_ALLOWED, "No operator is set up here yet."));
    }

    @Override
    public Optional<OperatorId> find(String nameOrId) {
        return jdbc.sql(
                        "select id from operator where name = :name or id::text = lower(:name) order by created_at limit 1")
                .param("name", nameOrId)
                .query(UUID.class)
                .optional()
                .map(OperatorId::new);
    }

    @Override
    public String prefix() {
        return ApiKey.PREFIX;
    }

    @Override
    public Optional<Caller> callerOf(String token) {
        return ApiKey.parse(token).flatMap(this::find);
    }

    private Optional<Caller> find(ApiKey key) {
        var row = jdbc.sql("""
                        select o.id, o.name, k.secret_sha256
                        from operator_api_key k join operator o on o.id = k.operator_id
                        where k.id = :id and k.revoked_at is null
                        """)
                .param("id", key.id())
                .query((result, index) -> new KeyRow(
                        new OperatorPrincipal(
                                new OperatorId(result.getObject("id", UUID.class)), result.getString("name")),
                        result.getString("secret_sha256")))
                .optional();
        boolean right =
                SecretToken.matches(key.secret(), row.map(KeyRow::secretSha256).orElse(NO_HASH));
        return right ? row.map(KeyRow::operator) : Optional.empty();
    }

    private record KeyRow(OperatorPrincipal operator, String secretSha256) {}
}
