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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** CAMARA Number Verification 2.1.0, whose published scenarios are here under their own names. */
@NamesakeTest
@ExtendWith(ByDefinition.class)
@Import(ScriptedFaces.Configuration.class)
class NumberVerificationTest {
    private static final String VERIFY = "/camara/number-verification/v2/verify";
    private static final String SHARE = "/camara/number-verification/v2/device-phone-number";
    private static final String[] SCOPES = {"number-verification:verify", "number-verification:device-phone-number:read"
    };

    @Autowired
    TestHttp http;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private TestNetwork network;
    private TestBank bank;
    private TestPerson erika;
    private String line;

    @BeforeEach
    void a_person_has_a_line_and_the_operator_has_a_gateway() throws Exception {
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        network = TestNetwork.with(clock, operator()).known(http);
        bank = TestBank.register(http, SCOPES);
        erika = new TestPerson(http, "Muster");
        line = erika.takesLine();
    }

    @Test
    void phone_number_verify_01_to_05_number_and_hash_are_compared_with_the_line_that_brought_the_token()
            throws Exception {
        agree();
        var caller = bank.calling(tokens());
        assertThat(verified(caller, "phoneNumber", line)).isTrue();
        assertThat(verified(caller, "phoneNumber", "+8613899999999")).isFalse();
        assertThat(verified(caller, "hashedPhoneNumber", sha256(line))).isTrue();
        assertThat(verified(caller, "hashedPhoneNumber", sha256(line).toUpperCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(verified(caller, "hashedPhoneNumber", sha256(line.substring(1))))
                .isFalse();
        assertThat(verified(caller, "hashedPhoneNumber", sha256("+8613899999999")))
                .isFalse();
    }

    @Test
    void phone_number_share_01_and_02_the_number_of_the_line_is_told() {
        agree();
        bank.calling(tokens())
                .get()
                .uri(SHARE)
                .header("x-correlator", "b4333c46-49c0-4f62-80d7-f0ef930f1c46")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectHeader()
                .valueEquals("x-correlator", "b4333c46-49c0-4f62-80d7-f0ef930f1c46")
                .expectBody()
                .jsonPath("$.devicePhoneNumber")
                .isEqualTo(line);
        var told = erika.looksAtTheirLines().get("/v1/me/disclosures").at("/disclosures/0");
        assertThat(told.get("scope").asString()).isEqualTo("number-verification:device-phone-number:read");
        assertThat(told.get("askedWith").asString()).isEqualTo("NETWORK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[",
                "{\"foo\":\"bar\"}",
                "{\"phoneNumber\":\"+123456789\",\"hashedPhoneNumber\":\"32f67ab4e4312618b09cd23ed8ce41b13e095fe52b73b2e8da8ef49830e50dba\"}",
                "{\"phoneNumber\":\"+123456789\",\"foo\":\"bar\"}",
                "{\"phoneNumber\":\"123\"}",
                "{\"hashedPhoneNumber\":\"32f6\"}"
            })
    void phone_number_verify_400_and_C02_01_what_is_not_as_described_is_refused(String body) {
        http.bearer(TestClients.token(http, bank.client))
                .post()
                .uri(VERIFY)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("INVALID_ARGUMENT");
    }

    @Test
    void phone_number_verify_401_who_has_no_token_of_now_is_told_so() {
        agree();
        var expired = tokens();
        clock.advance(Duration.ofMinutes(12));
        for (var caller : List.of(http.anyone(), http.bearer("nonsense"), bank.calling(expired))) {
            both(caller, 401, "UNAUTHENTICATED");
        }
    }

    @Test
    void phoneNumberVerify_403_1_without_the_scope_nothing_is_answered() {
        both(TestClients.calling(http, "THIRD_PARTY", "kyc-match:match"), 403, "PERMISSION_DENIED");
    }

    @Test
    void phoneNumberVerify_403_2_a_token_for_which_no_network_vouched_is_not_enough() {
        both(
                http.bearer(TestClients.token(http, bank.client)),
                403,
                "NUMBER_VERIFICATION.USER_NOT_AUTHENTICATED_BY_MOBILE_NETWORK");
        var location = bank.authorize(bank.query(Map.of("prompt", "consent")), null);
        var back = TestBank.agreed(erika.looksAtTheirLines(), TestBank.parameter(location, "state"), line);
        both(
                bank.calling(TestBank.tokens(bank.trade(TestBank.parameter(back, "code")))),
                403,
                "NUMBER_VERIFICATION.USER_NOT_AUTHENTICATED_BY_MOBILE_NETWORK");
    }

    @Test
    void nobody_is_asked_anything_and_without_consent_a_line_is_like_one_that_is_none() {
        for (var number : List.of(line, "+8613899999999")) {
            var query = bank.query(Map.of());
            assertThat(TestBank.parameter(bank.authorize(query, network.vouches(number, query)), "error"))
                    .isEqualTo("consent_required");
        }
        assertThat(TestBank.parameter(bank.authorize(bank.query(Map.of()), null), "error"))
                .isEqualTo("login_required");
    }

    @Test
    void the_token_says_that_the_network_vouched_is_not_refreshed_and_ends_with_the_consent() throws Exception {
        agree();
        var tokens = tokens();
        var access = SignedJWT.parse(tokens.get("access_token").asString()).getJWTClaimsSet();
        assertThat(access.getStringListClaim("amr")).containsExactly("net");
        assertThat(access.toString()).doesNotContain(line.substring(1));
        assertThat(SignedJWT.parse(tokens.get("id_token").asString())
                        .getJWTClaimsSet()
                        .getClaims())
                .containsKey("auth_time");
        assertThat(tokens.has("refresh_token")).isFalse();
        var visit = erika.looksAtTheirLines();
        visit.delete("/v1/me/consents/"
                        + visit.get("/v1/me/disclosures").at("/consents/0/id").asString())
                .expectStatus()
                .isOk();
        both(bank.calling(tokens), 401, "UNAUTHENTICATED");
        var query = bank.query(Map.of());
        assertThat(TestBank.parameter(bank.authorize(query, network.vouches(line, query)), "error"))
                .isEqualTo("consent_required");
    }

    @Test
    void consent_for_one_purpose_or_scope_is_none_for_another() {
        agree();
        var other = bank.query(
                Map.of("scope", "openid dpv:FraudPreventionAndDetection number-verification:verify", "prompt", "none"));
        assertThat(TestBank.parameter(bank.authorize(other, network.vouches(line, other)), "error"))
                .isEqualTo("consent_required");
    }

    @Test
    void an_assertion_is_good_once_for_one_request_of_this_operator_and_for_a_minute() throws Exception {
        agree();
        var query = bank.query(Map.of());
        var once = network.vouches(line, query);
        assertThat(bank.authorize(query, once).toString()).contains("&code=");
        var type = "network-assertion+jwt";
        var soon = Duration.ofSeconds(30);
        for (var bad : List.of(
                once,
                network.vouches(line, bank.query(Map.of("state", "another"))),
                network.vouches(
                        line, query, Map.of("iss", java.util.UUID.randomUUID().toString()), soon, type),
                network.vouches(line, query, Map.of("aud", TestBank.ISSUER + "/oauth2/token"), soon, type),
                network.vouches(line, query, Map.of("sub", line), soon, type),
                network.vouches(line, query, Map.of(), Duration.ofMinutes(10), type),
                network.vouches(line, query, Map.of(), Duration.ofMinutes(-3), type),
                network.vouches(line, query, Map.of(), soon, "JWT"),
                TestNetwork.with(clock, operator()).vouches(line, query),
                line,
                "tel:" + line)) {
            assertThat(TestBank.parameter(bank.authorize(query, bad), "error"))
                    .as(bad)
                    .isEqualTo("login_required");
        }
    }

    @Test
    void without_a_key_of_the_operator_nobody_can_vouch_and_nothing_is_kept_of_who_was_connected() {
        agree();
        tokens();
        assertThat(jdbc.sql("select count(*) from network_assertion where to_jsonb(network_assertion)::text like :line")
                        .param("line", "%" + line.substring(1) + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
        http.operator()
                .delete()
                .uri("/v1/network-keys")
                .exchange()
                .expectStatus()
                .isNoContent();
        var query = bank.query(Map.of());
        assertThat(TestBank.parameter(bank.authorize(query, network.vouches(line, query)), "error"))
                .isEqualTo("login_required");
    }

    /** The bank puts its wish before the holder, who agrees in their own lines. */
    private void agree() {
        var id = http.bearer(TestClients.token(http, bank.client))
                .post()
                .uri("/v1/consent-requests")
                .body(Map.of("phoneNumber", line, "scopes", SCOPES, "purpose", "IDENTITY_VERIFICATION"))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("id")
                .asString();
        erika.looksAtTheirLines()
                .post("/v1/me/consents/" + id + "/grant", Map.of())
                .expectStatus()
                .isOk();
    }

    private JsonNode tokens() {
        var query = bank.query(Map.of());
        return TestBank.tokens(
                bank.trade(TestBank.parameter(bank.authorize(query, network.vouches(line, query)), "code")));
    }

    private String operator() {
        return jdbc.sql("select id from operator where name = 'Test Telecom'")
                .query(java.util.UUID.class)
                .single()
                .toString();
    }

    private void both(RestTestClient caller, int status, String code) {
        caller.post()
                .uri(VERIFY)
                .body(Map.of("phoneNumber", line))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
        caller.get()
                .uri(SHARE)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private static boolean verified(RestTestClient caller, String name, String value) {
        return caller.post()
                .uri(VERIFY)
                .body(Map.of(name, value))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("devicePhoneNumberVerified")
                .asBoolean();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
