package io.namesake.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.access.client.TestClients;
import io.namesake.application.internal.ScriptedFaces;
import io.namesake.exposure.definitions.ByDefinition;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.mylines.TestPerson;
import io.namesake.mylines.TestPerson.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** A bank sends a person's browser here and gets a token about one line (OAuth 2.1, OpenID Connect, CAMARA's profile). */
@NamesakeTest
@ExtendWith(ByDefinition.class)
@Import(ScriptedFaces.Configuration.class)
class RedirectFlowTest {
    private static final String MATCH = "/camara/kyc-match/v0.4/match";
    private static final String FILL_IN = "/camara/kyc-fill-in/v0.4/fill-in";
    private static final String AGE = "/camara/kyc-age-verification/v0.2/verify";
    private static final String TENURE = "/camara/kyc-tenure/v0.2/check-tenure";
    private static final String SWAP_CHECK = "/camara/sim-swap/v2/check";
    private static final String SWAP_DATE = "/camara/sim-swap/v2/retrieve-date";
    private static final String[] ALL = {
        "kyc-match:match",
        "kyc-fill-in:givenName",
        "kyc-fill-in:phoneNumber",
        "kyc-age-verification:verify",
        "kyc-tenure:check-tenure",
        "sim-swap:check",
        "sim-swap:retrieve-date"
    };

    @Autowired
    TestHttp http;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    MovableClock clock;

    private TestBank bank;
    private TestPerson erika;
    private String line;
    private Visit visit;

    @BeforeEach
    void a_person_has_a_line_and_is_among_their_lines() {
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        bank = TestBank.register(http, ALL);
        erika = new TestPerson(http, "Muster");
        line = erika.takesLine();
        visit = erika.looksAtTheirLines();
    }

    @Test
    void the_person_reads_who_asks_agrees_and_the_bank_asks_without_a_number() throws Exception {
        var handle = bank.sendsBrowser();
        var shown = visit.get("/v1/me/authorizations/" + handle);
        assertThat(shown.get("client").asString()).isEqualTo("Harbour Bank");
        assertThat(shown.get("operator").asString()).isEqualTo("Test Telecom");
        assertThat(shown.get("purpose").asString()).isEqualTo("IDENTITY_VERIFICATION");
        assertThat(shown.get("scopes").size()).isEqualTo(ALL.length);

        var back = TestBank.agreed(visit, handle, line);
        assertThat(back.toString()).startsWith(TestBank.CALLBACK + "&code=");
        assertThat(TestBank.parameter(back, "state")).isEqualTo("st&te ü");
        assertThat(TestBank.parameter(back, "iss")).isEqualTo(TestBank.ISSUER);

        var tokens = TestBank.tokens(bank.trade(TestBank.parameter(back, "code")));
        assertThat(tokens.get("expires_in").asInt()).isBetween(590, 600);
        var access = SignedJWT.parse(tokens.get("access_token").asString());
        assertThat(access.getJWTClaimsSet().toString()).doesNotContain(line, line.substring(1));
        assertThat(access.getJWTClaimsSet().getStringClaim("client_id")).isEqualTo(bank.client.id());
        var id = SignedJWT.parse(tokens.get("id_token").asString()).getJWTClaimsSet();
        assertThat(id.getAudience()).containsExactly(bank.client.id());
        assertThat(id.getStringClaim("nonce")).isEqualTo("n-0S6_WzA2Mj");
        assertThat(id.getSubject()).isEqualTo(access.getJWTClaimsSet().getSubject());

        var told = answer(bank.calling(tokens), FILL_IN, Map.of());
        assertThat(told.get("phoneNumber").asString()).isEqualTo(line);
        assertThat(told.get("givenName").asString()).isEqualTo("Erika");
    }

    @Test
    void an_id_token_is_no_access_token_and_the_subject_tells_two_banks_nothing() throws Exception {
        var tokens = tokens();
        http.bearer(tokens.get("id_token").asString())
                .post()
                .uri(FILL_IN)
                .body(Map.of())
                .exchange()
                .expectStatus()
                .isUnauthorized();
        var other = TestBank.register(http, ALL);
        var others = TestBank.tokens(other.trade(other.codeFor(visit, line)));
        var second = erika.takesLine();
        var seconds = TestBank.tokens(bank.trade(bank.codeFor(visit, second)));
        assertThat(List.of(subject(tokens), subject(others), subject(seconds))).doesNotHaveDuplicates();
        assertThat(subject(tokens())).isEqualTo(subject(tokens));
    }

    @ParameterizedTest
    @ValueSource(strings = {FILL_IN, AGE, TENURE, SWAP_CHECK, SWAP_DATE})
    void C02_03_a_number_beside_a_token_that_names_the_line_is_unnecessary(String path) {
        bank.calling(tokens())
                .post()
                .uri(path)
                .body(Map.of("phoneNumber", line, "ageThreshold", 18, "tenureDate", "2020-01-01"))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("UNNECESSARY_IDENTIFIER");
    }

    @Test
    void KYC_Match_11_the_number_may_be_given_and_must_be_the_tokens() {
        var caller = bank.calling(tokens());
        assertThat(answer(caller, MATCH, Map.of("givenName", "Erika"))
                        .get("givenNameMatch")
                        .asString())
                .isEqualTo("true");
        assertThat(answer(caller, MATCH, Map.of("givenName", "Erika", "phoneNumber", line))
                        .get("givenNameMatch")
                        .asString())
                .isEqualTo("true");
        for (var other : List.of(erika.takesLine(), "+8613899999999")) {
            caller.post()
                    .uri(MATCH)
                    .body(Map.of("givenName", "Erika", "phoneNumber", other))
                    .exchange()
                    .expectStatus()
                    .isForbidden()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("INVALID_TOKEN_CONTEXT");
        }
    }

    @Test
    void age_tenure_and_sim_are_answered_about_the_line_of_the_token() {
        var caller = bank.calling(tokens());
        assertThat(answer(caller, AGE, Map.of("ageThreshold", 18))
                        .get("ageCheck")
                        .asString())
                .isEqualTo("true");
        assertThat(answer(caller, TENURE, Map.of("tenureDate", "2020-01-01"))
                        .get("tenureDateCheck")
                        .asBoolean())
                .isFalse();
        caller.post()
                .uri(SWAP_CHECK)
                .body(Map.of())
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("SERVICE_NOT_APPLICABLE");
    }

    @Test
    void a_code_is_good_once_and_the_second_time_ends_what_came_of_it() {
        var code = bank.codeFor(visit, line);
        var tokens = TestBank.tokens(bank.trade(code));
        TestBank.refused(bank.trade(code));
        unauthorized(tokens);
        TestBank.refused(bank.refresh(tokens.get("refresh_token").asString()));
    }

    @Test
    void a_code_is_good_for_a_minute_for_its_client_with_its_verifier_and_redirect_uri() {
        TestBank.refused(bank.trade(bank.codeFor(visit, line), Map.of("code_verifier", "x".repeat(43))));
        TestBank.refused(bank.trade(bank.codeFor(visit, line), Map.of("code_verifier", "")));
        TestBank.refused(bank.trade(bank.codeFor(visit, line), Map.of("redirect_uri", "https://bank.test/callback")));
        var stolen = bank.codeFor(visit, line);
        TestBank.refused(TestBank.register(http, ALL).trade(stolen));
        TestBank.refused(bank.trade(stolen));
        var late = bank.codeFor(visit, line);
        clock.advance(Duration.ofSeconds(61));
        TestBank.refused(bank.trade(late));
    }

    @Test
    void a_refresh_token_is_changed_each_time_and_one_of_before_ends_its_family() {
        var first = tokens();
        var second = TestBank.tokens(bank.refresh(first.get("refresh_token").asString()));
        assertThat(second.has("id_token")).isFalse();
        assertThat(second.get("refresh_token").asString())
                .isNotEqualTo(first.get("refresh_token").asString());
        answer(bank.calling(second), FILL_IN, Map.of());

        TestBank.refused(bank.refresh(first.get("refresh_token").asString()));
        TestBank.refused(bank.refresh(second.get("refresh_token").asString()));
        unauthorized(first);
        unauthorized(second);
    }

    @Test
    void another_clients_refresh_token_opens_nothing_and_none_comes_that_was_not_asked_for() {
        TestBank.refused(TestBank.register(http, ALL)
                .refresh(tokens().get("refresh_token").asString()));
        TestBank.refused(bank.refresh("nonsense"));
        var location =
                bank.authorize(bank.query(Map.of("scope", "dpv:FraudPreventionAndDetection kyc-match:match")), null);
        var back = TestBank.agreed(visit, TestBank.parameter(location, "state"), line);
        var tokens = TestBank.tokens(bank.trade(TestBank.parameter(back, "code")));
        assertThat(tokens.has("refresh_token")).isFalse();
        assertThat(tokens.has("id_token")).isFalse();
    }

    @Test
    void what_the_person_ends_is_over_at_once() {
        var tokens = tokens();
        var caller = bank.calling(tokens);
        answer(caller, MATCH, Map.of("givenName", "Guessed-Name"));
        var mine = visit.get("/v1/me/disclosures");
        assertThat(mine.at("/disclosures/0/askedWith").asString()).isEqualTo("PERSON");
        assertThat(mine.toString()).doesNotContain("Guessed-Name");
        var consent = mine.at("/consents/0");
        assertThat(consent.get("state").asString()).isEqualTo("GRANTED");
        visit.delete("/v1/me/consents/" + consent.get("id").asString())
                .expectStatus()
                .isOk();
        unauthorized(tokens);
        TestBank.refused(bank.refresh(tokens.get("refresh_token").asString()));
        assertThat(tokens().has("access_token")).as("agreed once more").isTrue();
    }

    @Test
    void a_consent_that_was_given_for_this_stands_and_serves_the_clients_own_token_too() {
        tokens();
        tokens();
        assertThat(visit.get("/v1/me/disclosures").get("consents").size()).isEqualTo(1);
        var own = http.bearer(TestClients.token(http, bank.client));
        answer(own, FILL_IN, Map.of("phoneNumber", line));
        assertThat(visit.get("/v1/me/disclosures")
                        .at("/disclosures/0/askedWith")
                        .asString())
                .isEqualTo("CLIENT");
    }

    @Test
    void an_answer_is_given_once_and_for_a_line_of_ones_own() {
        var handle = bank.sendsBrowser();
        var others = new TestPerson(http, "Sample");
        var theirs = others.takesLine();
        var theirVisit = others.looksAtTheirLines();
        visit.post(
                        "/v1/me/authorizations/" + handle + "/grant",
                        Map.of("lineId", theirVisit.line(theirs).get("id").asString()))
                .expectStatus()
                .isNotFound();
        TestBank.agreed(visit, handle, line);
        for (var rest : List.of("/grant", "/refusal")) {
            visit.post(
                            "/v1/me/authorizations/" + handle + rest,
                            Map.of("lineId", visit.line(line).get("id").asString()))
                    .expectStatus()
                    .isNotFound();
        }
        var late = bank.sendsBrowser();
        clock.advance(Duration.ofMinutes(61));
        erika.looksAtTheirLines()
                .client()
                .get()
                .uri("/v1/me/authorizations/" + late)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void who_says_no_goes_back_and_nothing_is_granted() {
        var handle = bank.sendsBrowser();
        var back = visit.post("/v1/me/authorizations/" + handle + "/refusal", Map.of())
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("location")
                .asString();
        assertThat(back).startsWith(TestBank.CALLBACK + "&error=access_denied&state=");
        assertThat(visit.get("/v1/me/disclosures").get("consents").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "scope,kyc-match:match,invalid_scope",
        "scope,dpv:IdentityVerification,invalid_scope",
        "scope,dpv:IdentityVerification dpv:FraudPreventionAndDetection kyc-match:match,invalid_scope",
        "scope,dpv:Marketing kyc-match:match,invalid_scope",
        "scope,dpv:IdentityVerification kyc-fill-in:birthdate,invalid_scope",
        "code_challenge,'',invalid_request",
        "code_challenge,short,invalid_request",
        "code_challenge_method,plain,invalid_request",
        "prompt,none login,invalid_request",
        "prompt,none,login_required",
        "request,eyJ,invalid_request_object"
    })
    void what_is_not_in_order_goes_back_as_an_error(String name, String value, String error) {
        var location = bank.authorize(bank.query(Map.of(name, value)), null);
        assertThat(location.toString()).startsWith(TestBank.CALLBACK + "&error=" + error + "&state=");
        assertThat(TestBank.parameter(location, "iss")).isEqualTo(TestBank.ISSUER);
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_uri,https://bank.test/callback",
        "redirect_uri,https://bank.test/callback?from=namesake&more",
        "redirect_uri,https://evil.test/",
        "redirect_uri,''",
        "client_id,7f2b7a55-3f6e-4b7e-9a53-3b1f8a3d8f10",
        "client_id,nobody",
        "request_uri,urn:ietf:params:oauth:request_uri:x"
    })
    void a_browser_is_not_sent_where_no_client_is_known(String name, String value) {
        assertThat(bank.authorize(bank.query(Map.of(name, value)), null).toString())
                .startsWith(TestBank.ISSUER + "/agree?error=");
    }

    @Test
    void a_parameter_that_stands_twice_is_refused() {
        assertThat(bank.authorize(bank.query(Map.of()) + "&state=again", null).toString())
                .isEqualTo(TestBank.ISSUER + "/agree?error=invalid_request");
    }

    @Test
    void a_client_without_redirect_uris_sends_nobody_here_and_its_own_token_names_no_line() {
        var plain = TestClients.register(http, "THIRD_PARTY", "kyc-match:match");
        assertThat(bank.authorize(bank.query(Map.of("client_id", plain.id())), null)
                        .toString())
                .startsWith(TestBank.ISSUER + "/agree?error=");
        assertThat(TestClients.ask(http, plain, Map.of("grant_type", "client_credentials"))
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody()
                        .get("scope")
                        .asString())
                .isEqualTo("kyc-match:match");
    }

    @Test
    void redirect_uris_are_of_programs_of_others_and_https_or_of_this_machine() {
        for (var uri : List.of(
                "http://bank.test/",
                "https://bank.test/#here",
                "https://me@bank.test/",
                "bank",
                "javascript:alert(1)")) {
            register("THIRD_PARTY", List.of(uri)).expectStatus().isBadRequest();
        }
        register("OPERATOR", List.of("https://bank.test/")).expectStatus().isBadRequest();
        register("THIRD_PARTY", List.of("http://127.0.0.1:8123/back"))
                .expectStatus()
                .isCreated();
    }

    @Test
    void a_token_of_one_line_puts_no_wishes_before_others() {
        bank.calling(tokens())
                .post()
                .uri("/v1/consent-requests")
                .body(Map.of("phoneNumber", line, "scopes", ALL, "purpose", "FRAUD_PREVENTION"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void what_the_server_says_of_itself_is_what_it_does() {
        var said = http.anyone()
                .get()
                .uri("/.well-known/openid-configuration")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(said.get("authorization_endpoint").asString()).isEqualTo(TestBank.ISSUER + "/oauth2/authorize");
        assertThat(said.get("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
        assertThat(said.get("subject_types_supported").toString()).isEqualTo("[\"pairwise\"]");
        assertThat(said.get("scopes_supported").toString())
                .contains("openid", "dpv:IdentityVerification", "number-verification:verify")
                .doesNotContain("lines:read");
    }

    private RestTestClient.ResponseSpec register(String kind, List<String> redirectUris) {
        return http.operator()
                .post()
                .uri("/v1/api-clients")
                .body(Map.of(
                        "name",
                        "Bank",
                        "kind",
                        kind,
                        "scopes",
                        List.of("sim-swap:check"),
                        "redirectUris",
                        redirectUris))
                .exchange();
    }

    private JsonNode tokens() {
        return TestBank.tokens(bank.trade(bank.codeFor(visit, line)));
    }

    private void unauthorized(JsonNode tokens) {
        bank.calling(tokens)
                .post()
                .uri(FILL_IN)
                .body(Map.of())
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("UNAUTHENTICATED");
    }

    private static String subject(JsonNode tokens) throws Exception {
        return SignedJWT.parse(tokens.get("access_token").asString())
                .getJWTClaimsSet()
                .getSubject();
    }

    private static JsonNode answer(RestTestClient caller, String path, Map<String, ?> body) {
        return caller.post()
                .uri(path)
                .body(body)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}
