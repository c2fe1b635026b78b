package io.namesake;

import io.namesake.access.SecretToken;
import java.security.SecureRandom;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The operator that every test server knows, and others beside it. */
public final class TestOperator {
    public static final String NAME = "Test Telecom";
    public static final String KEY = "nsk_test_0123456789abcdefghijklmnopqrstuv";

    private TestOperator() {}

    /** A tenant of its own. @return its key */
    public static String another(JdbcClient jdbc, UUID id, String name) {
        var secret = SecretToken.random(new SecureRandom());
        var key = id.toString().substring(0, 8);
        jdbc.sql("insert into operator (id, name, created_at) values (:id, :name, now())")
                .param("id", id)
                .param("name", name)
                .update();
        jdbc.sql(
                        "insert into operator_api_key (id, operator_id, secret_sha256, created_at) values (:key, :id, :hash, now())")
                .param("key", key)
                .param("id", id)
                .param("hash", SecretToken.sha256(secret))
                .update();
        return "nsk_" + key + "_" + secret;
    }
}
