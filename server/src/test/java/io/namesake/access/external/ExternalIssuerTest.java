package io.namesake.access.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestCertificate;
import io.namesake.TestHttp;
import io.namesake.TestIssuerAddress;
import io.namesake.TestOperator;
import io.namesake.TestTls;
import io.namesake.access.certificate.ClientCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People and programs that another issuer knows, against a whole OpenID provider. */
@NamesakeTest
class ExternalIssuerTest {
    private static final String FAILED = "/staff?elsewhere=failed";

    private static TestIssuer issuer;

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ServletWebServerApplicationContext server;

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @BeforeAll
    static void the_issuer_is_there(@TempDir Path folder, @Autowired MovableClock clock) throws Exception {
        issuer = TestIssuer.start(folder, clock);
    }

    @AfterAll
    static void and_gone_again() throws Exception {
        issuer.close();
    }

    @Test
    void whoever_signs_in_there_works_here_with_the_roles_that_the_issuer_says() throws Exception {
        assertThat(http.anyone()
                        .get()
                        .uri("/v1/staff/session")
                        .exchange()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody()
                        .at("/elsewhere/name")
                        .asString())
                .isEqualTo("Test Single Sign-on");
        TestIssuer.ROLES.put("lina", List.of("case-deciders", "something-of-others"));
        var cookie = signIn("lina");
        var self = self(cookie);
        assertThat(self.get("name").asString()).isEqualTo("Person lina");
        assertThat(self.get("roles")).hasSize(1);
        assertThat(self.at("/roles/0").asString()).isEqualTo("REVIEWER");

        // What the issuer says at the next sign-in holds, for the same person.
        TestIssuer.ROLES.put("lina", List.of("deputies"));
        var next = self(signIn("lina"));
        assertThat(next.get("id")).isEqualTo(self.get("id"));
        assertThat(next.at("/roles/0").asString()).isEqualTo("SUPERVISOR");
        assertThat(jdbc.sql("select type from audit_entry where subject_id = :id order by seq")
                        .param("id", self.get("id").asString())
                        .query(String.class)
                        .list())
                .containsExactly("staff.added", "staff.signed-in", "staff.roles-changed", "staff.signed-in");
    }

    @Test
    void whoever_has_no_role_there_or_left_here_stays_outside() throws Exception {
        TestIssuer.ROLES.put("nobody", List.of("something-of-others"));
        assertThat(location(answer(begin(), "nobody"))).endsWith(FAILED);

        TestIssuer.ROLES.put("wangfang", List.of("case-deciders"));
        var cookie = signIn("wangfang");
        http.operator()
                .delete()
                .uri("/v1/staff/" + self(cookie).get("id").asString())
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(location(answer(begin(), "wangfang"))).endsWith(FAILED);
    }

    @Test
    void an_answer_that_this_browser_did_not_ask_for_signs_nobody_in() throws Exception {
        TestIssuer.ROLES.put("lina", List.of("case-deciders"));
        var begun = begin();
        var back = atTheIssuer(begun, "lina");
        var victim = begin();
        for (var attempt : List.of(
                get(back, null), // a link that somebody sent
                get(back, cookie(victim)), // in the browser of somebody else who is signing in
                get(back.replaceAll("state=[^&]*", "state=x"), cookie(begun)),
                get(back.replaceAll("code=[^&]*", "code=x"), cookie(begun)),
                get(back.replaceAll("code=[^&]*", "error=access_denied"), cookie(begun)),
                get(back, "namesake-elsewhere=bm90IG91cnM"))) {
            assertThat(location(attempt)).endsWith(FAILED);
            assertThat(attempt.headers().allValues("Set-Cookie")).noneMatch(set -> set.startsWith("namesake-staff="));
        }
        assertThat(location(get(back, cookie(begun)))).endsWith("/staff");
        // The code is used up.
        assertThat(location(get(back, cookie(begun)))).endsWith(FAILED);
    }

    @Test
    void the_issuer_is_asked_with_pkce_a_nonce_and_a_state() throws Exception {
        var begun = begin();
        assertThat(location(begun))
                .startsWith(TestIssuerAddress.ISSUER + "/oauth2/authorize?")
                .contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "nonce=", "state=");
        assertThat(begun.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Max-Age=600");
    }

    @Test
    void a_program_brings_the_issuers_token_for_what_it_was_given_here() throws Exception {
        var token = token(TestIssuer.PROGRAM, "lines:read webhooks:manage");
        http.bearer(token).get().uri("/v1/lines").exchange().expectStatus().isUnauthorized();

        var id = register(TestIssuer.PROGRAM);
        http.bearer(token).get().uri("/v1/lines").exchange().expectStatus().isOk();
        // Granted there, not given here; and the other way round.
        http.bearer(token)
                .get()
                .uri("/v1/webhook-endpoints")
                .exchange()
                .expectStatus()
                .isForbidden();
        http.bearer(token(TestIssuer.PROGRAM, "webhooks:manage"))
                .get()
                .uri("/v1/lines")
                .exchange()
                .expectStatus()
                .isForbidden();
        http.bearer(token.substring(0, token.length() - 8) + "AAAAAAAA")
                .get()
                .uri("/v1/lines")
                .exchange()
                .expectStatus()
                .isUnauthorized();

        disable(id);
        http.bearer(token).get().uri("/v1/lines").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void a_program_that_is_to_have_bound_tokens_brings_them_with_its_certificate_or_is_nobody() throws Exception {
        var mine = TestCertificate.selfSigned(TestCertificate.Wanted.of("CN=billing"));
        var wanted = new HashMap<>(wanted(TestIssuer.PROGRAM));
        wanted.put("boundTokens", true);
        var id = register(wanted);
        var unbound = token(TestIssuer.PROGRAM, "lines:read");
        http.bearer(unbound).get().uri("/v1/lines").exchange().expectStatus().isUnauthorized();

        TestIssuer.BOUND.put(TestIssuer.PROGRAM, new ClientCertificate(mine.chain()).thumbprint());
        var bound = token(TestIssuer.PROGRAM, "lines:read");
        TestIssuer.BOUND.clear();
        http.bearer(bound).get().uri("/v1/lines").exchange().expectStatus().isUnauthorized();
        withCertificate(mine, bound).expectStatus().isOk();
        withCertificate(mine, unbound).expectStatus().isUnauthorized();
        disable(id);
    }

    @Test
    void a_program_that_was_shut_out_can_be_registered_again() {
        var first = register("once-and-again");
        disable(first);
        var second = register("once-and-again");
        assertThat(second).isNotEqualTo(first);
        refused(wanted("once-and-again"));
        disable(second);
        disable(register("once-and-again"));
    }

    @Test
    void what_a_program_was_called_that_was_shut_out_no_other_operators_program_is_called() {
        var other = http.bearer(TestOperator.another(jdbc, UUID.randomUUID(), "Other Telecom"));
        var taken = wanted("of-one-operator");
        var first = register(taken);
        refused(other, taken);

        disable(first);
        refused(other, taken);
        disable(register(taken));
        refused(other, taken);
        other.post()
                .uri("/v1/api-clients")
                .body(wanted("of-the-other-operator"))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "billing\n", "billing\u007f"})
    void an_external_id_is_printable(String externalId) {
        refused(wanted(externalId));
    }

    @Test
    void a_token_for_another_api_opens_nothing_here() throws Exception {
        register(TestIssuer.OTHER_PROGRAM);
        http.bearer(token(TestIssuer.OTHER_PROGRAM, "lines:read"))
                .get()
                .uri("/v1/lines")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        // Nor does one operator's program hide another's.
        refused(wanted(TestIssuer.OTHER_PROGRAM));
    }

    private String signIn(String person) throws IOException, InterruptedException {
        var answer = answer(begin(), person);
        assertThat(location(answer)).endsWith("/staff");
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("namesake-staff="))
                .map(set -> set.substring(0, set.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode self(String cookie) throws IOException, InterruptedException {
        var answer = get(http.address() + "/v1/staff/me", cookie);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> begin() throws IOException, InterruptedException {
        return get(http.address() + ExternalIssuer.START, null);
    }

    private HttpResponse<String> answer(HttpResponse<String> begun, String person)
            throws IOException, InterruptedException {
        return get(atTheIssuer(begun, person), cookie(begun));
    }

    /** Signs in there. @return where the issuer sends the browser, at the address that this server really has */
    private String atTheIssuer(HttpResponse<String> begun, String person) throws IOException, InterruptedException {
        var signedIn = client.send(
                HttpRequest.newBuilder(URI.create(TestIssuerAddress.ISSUER + "/"))
                        .header("Authorization", basic(person, TestIssuer.PASSWORD))
                        .build(),
                BodyHandlers.ofString());
        var answer = get(location(begun), cookie(signedIn));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return location(answer).replace("http://localhost:8080", http.address());
    }

    private HttpResponse<String> get(String address, String cookie) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address));
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private String token(String program, String scopes) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(TestIssuerAddress.ISSUER + "/oauth2/token"))
                        .header("Authorization", basic(program, TestIssuer.secretOf(program)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials&scope="
                                + URLEncoder.encode(scopes, StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
    }

    private String register(String externalId) {
        return register(wanted(externalId));
    }

    private String register(Map<String, Object> wanted) {
        return http.operator()
                .post()
                .uri("/v1/api-clients")
                .body(wanted)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .at("/client/id")
                .asString();
    }

    private void refused(Map<String, Object> wanted) {
        refused(http.operator(), wanted);
    }

    private static void refused(RestTestClient operator, Map<String, Object> wanted) {
        operator.post()
                .uri("/v1/api-clients")
                .body(wanted)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private void disable(String id) {
        http.operator()
                .delete()
                .uri("/v1/api-clients/" + id)
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    /** Comes by the door that asks for certificates. */
    private RestTestClient.ResponseSpec withCertificate(TestCertificate mine, String token) {
        return RestTestClient.bindToServer(new JdkClientHttpRequestFactory(mine.calling(TestTls.SERVER.own())))
                .baseUrl(TestTls.address(server))
                .build()
                .get()
                .uri("/v1/lines")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private static Map<String, Object> wanted(String externalId) {
        return Map.of("name", "Billing", "kind", "OPERATOR", "scopes", List.of("lines:read"), "externalId", externalId);
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String cookie(HttpResponse<String> answer) {
        var set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }

    private static String basic(String name, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
