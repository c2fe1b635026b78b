package io.namesake.access.internal;

import io.namesake.access.AccessNews;
import io.namesake.access.OperatorId;
import io.namesake.access.SecretToken;
import io.namesake.database.SqlTime;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The keys that open operators' API, as the configuration sets them. */
@Repository
class OperatorKeys {
    private static final int MOST_LISTED = 20;

    private final JdbcClient jdbc;
    private final AccessNews news;
    private final Clock clock;

    OperatorKeys(JdbcClient jdbc, AccessNews news, Clock clock) {
        this.jdbc = jdbc;
        this.news = news;
        this.clock = clock;
    }

    /** An operator with the key that it was given. */
    record Ensured(OperatorId operator, ApiKey key) {}

    /**
     * Makes sure that an operator of this name exists and has this key. A key that it has already stays as it is until {@link #endOthers}, so
     * that a start which fails in between takes nothing away that the audit log never hears of.
     *
     * @throws IllegalStateException when another operator has a key with this id
     */
    @Transactional
    Ensured ensure(String name, ApiKey key) {
        var operator = jdbc.sql("select id from operator where name = :name order by created_at limit 1")
                .param("name", name)
                .query(UUID.class)
                .optional()
                .orElseGet(() -> add(name));
        jdbc.sql("""
                        insert into operator_api_key (id, operator_id, secret_sha256, created_at)
                        values (:id, :operator, :hash, :now)
                        on conflict (id) do nothing
                        """)
                .param("id", key.id())
                .param("operator", operator)
                .param("hash", SecretToken.sha256(key.secret()))
                .param("now", SqlTime.of(clock.instant()))
                .update();
        boolean another = jdbc.sql("select operator_id <> :operator from operator_api_key where id = :id")
                .param("operator", operator)
                .param("id", key.id())
                .query(Boolean.class)
                .single();
        if (another) {
            throw new IllegalStateException("NAMESAKE_OPERATOR_API_KEY has the id " + key.id()
                    + ", which is that of a key of the operator \"" + ownerOf(key)
                    + "\", and NAMESAKE_OPERATOR_NAME is \"" + name
                    + "\". Set the name back, or give the other operator a key with another id: nsk_<id>_<secret>");
        }
        return new Ensured(new OperatorId(operator), key);
    }

    /**
     * Has the key open the operator's API with the secret that it was given, ends all others, and tells the audit log what opens it no longer.
     *
     * @return ids of keys that opened it until now; that of the key itself where it had another secret
     */
    @Transactional
    List<String> endOthers(Ensured operator) {
        var key = operator.key().id();
        var over = new TreeSet<>(jdbc.sql("""
                        update operator_api_key set revoked_at = :now
                        where operator_id = :operator and id <> :id and revoked_at is null
                        returning id
                        """)
                .param("now", SqlTime.of(clock.instant()))
                .param("operator", operator.operator().value())
                .param("id", key)
                .query(String.class)
                .list());
        if (replacesSecret(operator)) {
            over.add(key);
        }
        if (!over.isEmpty()) {
            news.tell(
                    operator.operator(),
                    "operator.key-replaced",
                    operator.operator().value(),
                    Map.of("key", key, "retired", listed(over)));
        }
        return List.copyOf(over);
    }

    /** Gives the key its secret, and brings it back where it had ended. @return whether another secret opened the API until now */
    private boolean replacesSecret(Ensured operator) {
        return jdbc.sql("""
                        with before as (
                            select id, secret_sha256 <> :hash and revoked_at is null as replaced from operator_api_key
                            where id = :id and operator_id = :operator for update)
                        update operator_api_key set secret_sha256 = :hash, revoked_at = null
                        from before where operator_api_key.id = before.id
                        returning before.replaced
                        """)
                .param("hash", SecretToken.sha256(operator.key().secret()))
                .param("id", operator.key().id())
                .param("operator", operator.operator().value())
                .query(Boolean.class)
                .single();
    }

    private UUID add(String name) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into operator (id, name, created_at) values (:id, :name, :now)")
                .param("id", id)
                .param("name", name)
                .param("now", SqlTime.of(clock.instant()))
                .update();
        return id;
    }

    private String ownerOf(ApiKey key) {
        return jdbc.sql(
                        "select o.name from operator_api_key k join operator o on o.id = k.operator_id where k.id = :id")
                .param("id", key.id())
                .query(String.class)
                .single();
    }

    /** As much as an entry of the audit log may hold. */
    private static String listed(Set<String> keys) {
        return keys.size() <= MOST_LISTED ? String.join(" ", keys) : keys.size() + " keys";
    }
}
