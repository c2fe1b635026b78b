package io.namesake.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.TestOperator;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who gets in, and who does not. */
@NamesakeTest
class DoorsTest {

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping operations;

    @Test
    void every_operation_of_the_api_names_its_caller_or_says_why_it_is_open() {
        var unguarded = operations.getHandlerMethods().entrySet().stream()
                .filter(operation ->
                        operation.getKey().getPatternValues().stream().anyMatch(path -> path.startsWith("/v1")))
                .map(Map.Entry::getValue)
                .filter(method -> !method.hasMethodAnnotation(OpenToAnyone.class))
                .filter(method -> Arrays.stream(method.getMethodParameters())
                        .noneMatch(parameter -> Caller.class.isAssignableFrom(parameter.getParameterType())))
                .toList();
        assertThat(operations.getHandlerMethods()).hasSizeGreaterThan(10);
        assertThat(unguarded).isEmpty();
    }

    @Test
    void the_operator_of_the_environment_gets_in_with_its_key() {
        http.operator().get().uri("/v1/applications").exchange().expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer nsk_test_0123456789abcdefghijklmnopqrstuX",
                "Bearer nsk_nobody_0123456789abcdefghijklmnopqrstuv",
                "Bearer nsk_test_",
                "Bearer nsk_test_' or '1'='1",
                "Bearer nsc_00000000000000000000000000000000_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG",
                "Bearer ",
                "Bearer x",
                "Basic dGVzdDp0ZXN0",
                TestOperator.KEY,
            })
    void whoever_has_no_right_key_stays_outside(String authorization) {
        http.anyone()
                .get()
                .uri("/v1/applications")
                .header("Authorization", authorization)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/not-authenticated");
    }

    @Test
    void a_key_of_endless_length_is_not_even_looked_at() {
        http.bearer("nsk_test_" + "x".repeat(5_000))
                .get()
                .uri("/v1/applications")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void the_database_holds_only_the_hash_of_a_key() {
        assertThat(jdbc.sql("select id || ' ' || secret_sha256 from operator_api_key where id = 'test'")
                        .query(String.class)
                        .list())
                .containsExactly("test " + SecretToken.sha256("0123456789abcdefghijklmnopqrstuv"));
    }
}
