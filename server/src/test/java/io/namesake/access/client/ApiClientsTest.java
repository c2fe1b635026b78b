package io.namesake.access.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.TestStaff;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Programs register, get short tokens, and call what their scopes open. */
@NamesakeTest
@Import(ScopedOperations.class)
class ApiClientsTest {
    private static final Map<String, String> GRANT = Map.of("grant_type", "client_credentials");

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void what_happens_to_a_program_is_in_the_audit_log_with_who_did_it() {
        var client = TestClients.register(http, "OPERATOR", "lines:read");
        var engineer = TestStaff.with(http, "ENGINEER");
        engineer.post()
                .uri("/v1/api-clients/" + client.id() + "/secret")
                .exchange()
                .expectStatus()
                .isOk();
        http.operator()
                .delete()
                .uri("/v1/api-clients/" + client.id())
                .exchange()
                .expectStatus()
                .isNoContent();

        var written = jdbc.sql(
                        "select type || ' ' || details::text from audit_entry where subject_id = :id order by seq")
                .param("id", client.id())
                .query(String.class)
                .list();
        assertThat(written).hasSize(3);
        assertThat(written.get(0)).startsWith("api-client.registered").contains("lines:read", "operator");
        assertThat(written.get(1)).startsWith("api-client.secret-rotated").contains("staff:");
        assertThat(written.get(2)).startsWith("api-client.disabled").doesNotContain("staff:", "Harbour Bank");
    }

    @Test
    void a_client_gets_a_short_token_that_opens_what_its_scope_says() throws Exception {
        var client = TestClients.register(http, "THIRD_PARTY", "test:ask");
        var answer = TestClients.ask(http, client, GRANT)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();

        assertThat(answer.get("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.get("expires_in").asInt()).isBetween(590, 600);
        assertThat(answer.has("refresh_token")).isFalse();
        var token = SignedJWT.parse(answer.get("access_token").asString());
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(client.id());
        assertThat(token.getJWTClaimsSet().getStringClaim("scope")).isEqualTo("test:ask");
        http.bearer(answer.get("access_token").asString())
                .get()
                .uri("/test-exposure/who")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("Harbour Bank " + client.id());
    }

    @Test
    void the_operators_own_client_stands_for_its_operator() {
        var caller = TestClients.calling(http, "OPERATOR", "lines:read", "applications:read");
        caller.get().uri("/v1/lines").exchange().expectStatus().isOk();
        caller.get().uri("/v1/applications").exchange().expectStatus().isOk();
    }

    @Test
    void a_token_opens_nothing_that_its_scopes_do_not_name() {
        var asking = TestClients.calling(http, "OPERATOR", "test:ask");
        asking.get()
                .uri("/v1/lines")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("The token lacks the scope lines:read.");
        asking.get().uri("/v1/staff").exchange().expectStatus().isForbidden();
        asking.get().uri("/v1/staff/me").exchange().expectStatus().isForbidden();
    }

    @Test
    void neither_an_operators_key_nor_nobody_is_a_client() {
        http.operator()
                .get()
                .uri("/test-exposure/who")
                .exchange()
                .expectStatus()
                .isForbidden();
        http.anyone().get().uri("/test-exposure/who").exchange().expectStatus().isUnauthorized();
        http.operator().get().uri("/v1/lines").exchange().expectStatus().isOk();
    }

    @Test
    void somebody_elses_client_gets_no_scope_of_the_operators_own() {
        create(Map.of("name", "Harbour Bank", "kind", "THIRD_PARTY", "scopes", List.of("lines:read")), 400);
        create(Map.of("name", "Harbour Bank", "kind", "OPERATOR", "scopes", List.of("test:unheard-of")), 400);
        create(Map.of("name", "Harbour Bank", "kind", "OPERATOR", "scopes", List.of()), 400);
        create(Map.of("name", " ", "kind", "OPERATOR", "scopes", List.of("test:ask")), 400);
        create(Map.of("name", "Harbour Bank", "scopes", List.of("test:ask")), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notices:read",
                "notices:write",
                "disputes:read",
                "disputes:write",
                "remediations:write",
                "campaigns:read",
                "campaigns:write",
                "transfers:write",
                "transparency:read",
                "inheritances:write"
            })
    void staff_give_no_program_what_their_own_roles_do_not_open(String scope) {
        TestStaff.with(http, "ENGINEER")
                .post()
                .uri("/v1/api-clients")
                .body(Map.of("name", "Billing", "kind", "OPERATOR", "scopes", List.of("lines:read", scope)))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-allowed")
                .jsonPath("$.detail")
                .isEqualTo(
                        "Only the operator with its API key may do this for a program with what your roles do not open: "
                                + scope + ".");
        create(Map.of("name", "Billing", "kind", "OPERATOR", "scopes", List.of(scope)), 201);
    }

    @Test
    void staff_give_programs_what_their_roles_open_and_what_persons_consent_to() {
        var both = TestStaff.with(http, "ENGINEER", "SUPERVISOR");
        both.post()
                .uri("/v1/api-clients")
                .body(Map.of(
                        "name",
                        "Billing",
                        "kind",
                        "OPERATOR",
                        "scopes",
                        List.of("lines:read", "lines:write", "orders:write", "campaigns:read", "test:ask")))
                .exchange()
                .expectStatus()
                .isCreated();
        TestStaff.with(http, "ENGINEER")
                .post()
                .uri("/v1/api-clients")
                .body(Map.of("name", "Harbour Bank", "kind", "THIRD_PARTY", "scopes", List.of("kyc-match:match")))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @Test
    void whoever_reviews_gives_nothing_by_their_role_of_an_auditor() {
        TestStaff.with(http, "ENGINEER", "REVIEWER", "AUDITOR")
                .post()
                .uri("/v1/api-clients")
                .body(Map.of("name", "Counts", "kind", "OPERATOR", "scopes", List.of("transparency:read")))
                .exchange()
                .expectStatus()
                .isForbidden();
        TestStaff.with(http, "ENGINEER", "AUDITOR")
                .post()
                .uri("/v1/api-clients")
                .body(Map.of("name", "Counts", "kind", "OPERATOR", "scopes", List.of("transparency:read")))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @Test
    void staff_take_no_program_over_that_opens_more_than_their_roles() throws Exception {
        var client = TestClients.register(http, "OPERATOR", "lines:read", "notices:read");
        var engineer = TestStaff.with(http, "ENGINEER");
        var path = "/v1/api-clients/" + client.id();
        engineer.post().uri(path + "/secret").exchange().expectStatus().isForbidden();
        engineer.put()
                .uri(path + "/keys")
                .body(publicKeys())
                .exchange()
                .expectStatus()
                .isForbidden();
        engineer.put()
                .uri(path + "/certificates")
                .body(Map.of("thumbprints", List.of("A".repeat(43))))
                .exchange()
                .expectStatus()
                .isForbidden();
        assertThat(TestClients.token(http, client))
                .as("with the secret of before")
                .isNotBlank();
        http.operator()
                .put()
                .uri(path + "/keys")
                .body(publicKeys())
                .exchange()
                .expectStatus()
                .isNoContent();
        http.operator().post().uri(path + "/secret").exchange().expectStatus().isOk();
        engineer.delete().uri(path).exchange().expectStatus().isNoContent();
    }

    @Test
    void who_writes_lines_does_not_hand_over_those_of_the_dead() {
        TestClients.calling(http, "OPERATOR", "lines:write")
                .post()
                .uri("/v1/lines/inheritance")
                .body(Map.of("line", "+8613800138000", "evidence", "DEATH_CERTIFICATE"))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("The token lacks the scope inheritances:write.");
    }

    @Test
    void a_token_has_no_more_than_was_asked_for_and_no_more_than_there_is() throws Exception {
        var client = TestClients.register(http, "OPERATOR", "test:ask", "lines:read");
        var less = TestClients.ask(http, client, Map.of("grant_type", "client_credentials", "scope", "test:ask"))
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        http.bearer(less.get("access_token").asString())
                .get()
                .uri("/v1/lines")
                .exchange()
                .expectStatus()
                .isForbidden();
        TestClients.ask(http, client, Map.of("grant_type", "client_credentials", "scope", "test:more"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("invalid_scope");
    }

    @Test
    void a_token_ends_after_ten_minutes() {
        var caller = TestClients.calling(http, "THIRD_PARTY", "test:ask");
        caller.get().uri("/test-exposure/who").exchange().expectStatus().isOk();
        clock.advance(Duration.ofMinutes(12));
        caller.get().uri("/test-exposure/who").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void whoever_has_no_right_secret_gets_no_token() {
        var client = TestClients.register(http, "THIRD_PARTY", "test:ask");
        refused(new TestClients.Registered(client.id(), client.secret() + "x"));
        refused(new TestClients.Registered("00000000-0000-0000-0000-000000000000", client.secret()));
        refused(new TestClients.Registered("' or '1'='1", client.secret()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization_code", "refresh_token", "password", "x", ""})
    void there_is_no_other_grant(String grant) {
        var client = TestClients.register(http, "THIRD_PARTY", "test:ask");
        TestClients.ask(http, client, Map.of("grant_type", grant))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void a_request_without_any_proof_is_turned_away() {
        http.anyone()
                .post()
                .uri("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body("grant_type=client_credentials")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("invalid_client");
    }

    @Test
    void a_rotated_secret_opens_nothing_and_the_new_one_does() {
        var client = TestClients.register(http, "THIRD_PARTY", "test:ask");
        var fresh = http.operator()
                .post()
                .uri("/v1/api-clients/" + client.id() + "/secret")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("secret")
                .asString();
        refused(client);
        assertThat(TestClients.token(http, new TestClients.Registered(client.id(), fresh)))
                .isNotBlank();
    }

    @Test
    void a_disabled_client_gets_no_token_and_those_it_has_open_nothing() {
        var client = TestClients.register(http, "THIRD_PARTY", "test:ask");
        var caller = http.bearer(TestClients.token(http, client));
        http.operator()
                .delete()
                .uri("/v1/api-clients/" + client.id())
                .exchange()
                .expectStatus()
                .isNoContent();
        refused(client);
        caller.get().uri("/test-exposure/who").exchange().expectStatus().isUnauthorized();
        http.operator()
                .delete()
                .uri("/v1/api-clients/" + client.id())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void the_list_shows_clients_and_no_secret() {
        var client = TestClients.register(http, "THIRD_PARTY", "test:ask");
        var list = http.operator()
                .get()
                .uri("/v1/api-clients")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(list).contains(client.id()).doesNotContain(client.secret()).doesNotContain("argon2");
        assertThat(jdbc.sql("select secret_hash from api_client where id = :id::uuid")
                        .param("id", client.id())
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$")
                .doesNotContain(client.secret());
    }

    @Test
    void the_metadata_lead_to_the_endpoint_and_the_keys() {
        http.anyone()
                .get()
                .uri("/.well-known/oauth-authorization-server")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.issuer")
                .isEqualTo("http://localhost:8080")
                .jsonPath("$.token_endpoint")
                .isEqualTo("http://localhost:8080/oauth2/token")
                .jsonPath("$.jwks_uri")
                .isEqualTo("http://localhost:8080/oauth2/jwks");
    }

    private static Map<String, Object> publicKeys() throws JOSEException {
        return new JWKSet(new ECKeyGenerator(Curve.P_256).generate().toPublicJWK()).toJSONObject();
    }

    private void refused(TestClients.Registered client) {
        TestClients.ask(http, client, GRANT)
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("invalid_client");
    }

    private void create(Object body, int status) {
        http.operator()
                .post()
                .uri("/v1/api-clients")
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }
}
