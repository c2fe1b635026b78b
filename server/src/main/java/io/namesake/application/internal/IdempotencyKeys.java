package io.namesake.application.internal;

import io.namesake.access.OperatorId;
import io.namesake.access.SecretToken;
import io.namesake.crypto.Vault;
import io.namesake.database.SqlTime;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Idempotency-Key header (IETF draft-ietf-httpapi-idempotency-key-header): the same key with the same request gives the
 * first answer again, and with another request a problem.
 */
@Repository
class IdempotencyKeys {
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;
    private final ApplicationSettings settings;

    IdempotencyKeys(JdbcClient jdbc, Vault vault, JsonMapper json, Clock clock, ApplicationSettings settings) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Does something once per key. The key is taken in the same transaction: when the work fails, the key is free again.
     *
     * @param request what is asked for, the same text for the same request
     */
    @Transactional(propagation = Propagation.MANDATORY)
    <T> T once(OperatorId operator, String key, String request, Class<T> type, Supplier<T> work) {
        if (!FORM.matcher(key).matches()) {
            throw new Problem(ProblemType.REQUEST_INVALID, "An Idempotency-Key has 1 to 255 visible ASCII characters.");
        }
        var now = clock.instant();
        jdbc.sql("delete from idempotency_key where created_at <= :before")
                .param("before", SqlTime.of(now.minus(settings.idempotencyKey())))
                .update();
        // Waits for another transaction that has just taken the same key, and sees its answer then.
        int taken = jdbc.sql("""
                        insert into idempotency_key (operator_id, key, request_sha256, created_at)
                        values (:operator, :key, :hash, :now) on conflict do nothing
                        """)
                .param("operator", operator.value())
                .param("key", key)
                .param("hash", SecretToken.sha256(request))
                .param("now", SqlTime.of(now))
                .update();
        if (taken == 0) {
            return earlierAnswer(operator, key, request, type);
        }
        var answer = work.get();
        jdbc.sql("update idempotency_key set sealed_response = :sealed where operator_id = :operator and key = :key")
                .param("sealed", vault.seal(json.writeValueAsBytes(answer), place(operator, key)))
                .param("operator", operator.value())
                .param("key", key)
                .update();
        return answer;
    }

    private <T> T earlierAnswer(OperatorId operator, String key, String request, Class<T> type) {
        return jdbc.sql("""
                        select request_sha256, sealed_response from idempotency_key
                        where operator_id = :operator and key = :key
                        """)
                .param("operator", operator.value())
                .param("key", key)
                .query((row, index) -> {
                    if (!SecretToken.matches(request, row.getString("request_sha256"))) {
                        throw new Problem(ProblemType.IDEMPOTENCY_KEY_REUSED);
                    }
                    return json.readValue(vault.open(row.getBytes("sealed_response"), place(operator, key)), type);
                })
                .optional()
                .orElseThrow(() -> new IllegalStateException("The key was taken a moment ago and is gone now"));
    }

    private static byte[] place(OperatorId operator, String key) {
        return ("idempotency/" + operator + "/" + key).getBytes(StandardCharsets.UTF_8);
    }

    /** The text that stands for a request: its parts, unmistakably separated. */
    static String canonical(String... parts) {
        return String.join("\n", parts);
    }
}
