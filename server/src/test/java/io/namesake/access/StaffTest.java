package io.namesake.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An operator's people: each with a token and roles of their own. */
@NamesakeTest
class StaffTest {

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_member_of_staff_gets_a_token_that_says_who_they_are() {
        var created = add("Li Na", "REVIEWER", "AGENT");

        http.bearer(created.get("token").asString())
                .get()
                .uri("/v1/staff/me")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Li Na")
                .jsonPath("$.roles.length()")
                .isEqualTo(2);
    }

    @Test
    void a_token_is_no_key_of_the_operator_and_the_operator_is_no_person() {
        var token = add("Wang Fang", "AUDITOR").get("token").asString();

        http.bearer(token).get().uri("/v1/staff").exchange().expectStatus().isForbidden();
        http.operator().get().uri("/v1/staff/me").exchange().expectStatus().isForbidden();
    }

    @Test
    void a_supervisor_sees_who_works_here_and_a_reviewer_does_not() {
        var colleague = add("Chen Jing", "REVIEWER");
        var supervisor = add("Sun Li", "SUPERVISOR");

        http.bearer(supervisor.get("token").asString())
                .get()
                .uri("/v1/staff/colleagues")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.staff[?(@.name == 'Chen Jing')].roles[0]")
                .isEqualTo("REVIEWER");
        http.bearer(colleague.get("token").asString())
                .get()
                .uri("/v1/staff/colleagues")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void whoever_left_gets_in_no_more() {
        var created = add("Zhang Wei", "SUPERVISOR");
        var id = created.at("/member/id").asString();

        http.operator()
                .delete()
                .uri("/v1/staff/" + id)
                .exchange()
                .expectStatus()
                .isNoContent();

        http.bearer(created.get("token").asString())
                .get()
                .uri("/v1/staff/me")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        http.operator()
                .delete()
                .uri("/v1/staff/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void the_database_holds_only_the_hash_of_a_token() {
        var created = add("Liu Yang", "REVIEWER");
        var secret = created.get("token").asString().substring(37);

        assertThat(jdbc.sql("select secret_sha256 from staff where id = :id::uuid")
                        .param("id", created.at("/member/id").asString())
                        .query(String.class)
                        .single())
                .isEqualTo(SecretToken.sha256(secret));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nst_",
                "nst_00000000000000000000000000000000_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG",
                "nst_0000000000000000000000000000000g_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"
            })
    void whoever_has_no_right_token_stays_outside(String token) {
        http.bearer(token).get().uri("/v1/staff/me").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void nobody_is_added_without_a_name_or_a_role() {
        post(Map.of("name", " ", "roles", List.of("AGENT"))).expectStatus().isBadRequest();
        post(Map.of("name", "Chen Jie", "roles", List.of())).expectStatus().isBadRequest();
        post(Map.of("name", "Chen Jie", "roles", List.of("KING")))
                .expectStatus()
                .isBadRequest();
    }

    private JsonNode add(String name, String... roles) {
        return post(Map.of("name", name, "roles", List.of(roles)))
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec post(Object body) {
        return http.operator().post().uri("/v1/staff").body(body).exchange();
    }
}
