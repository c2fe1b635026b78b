package io.namesake.access;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NamesakeTest
class ApiKeyAuthenticationTest {

    @Autowired
    TestHttp http;

    @Test
    void the_server_is_healthy_and_says_so_to_anyone() {
        http.anyone().get().uri("/actuator/health").exchange().expectStatus().isOk();
    }

    @Test
    void an_address_that_does_not_exist_is_a_problem() {
        http.anyone()
                .get()
                .uri("/v1/nothing")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/not-found")
                .jsonPath("$.nextStep")
                .isNotEmpty();
    }
}
