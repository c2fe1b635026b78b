package io.namesake.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.access.client.TestClients;
import io.namesake.application.internal.ScriptedFaces;
import io.namesake.exposure.definitions.ByDefinition;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.mylines.TestPerson;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/**
 * A bank asks about a line. The scenarios of CAMARA's test definitions that apply are here under their own names
 * (docs/camara.md lists them all).
 */
@NamesakeTest
@ExtendWith(ByDefinition.class)
@Import(ScriptedFaces.Configuration.class)
class ExposureTest {
    private static final List<String> ALL = List.of(
            "kyc-match:match",
            "kyc-fill-in:givenName",
            "kyc-fill-in:birthdate",
            "kyc-age-verification:verify",
            "kyc-tenure:check-tenure",
            "sim-swap:check",
            "sim-swap:retrieve-date");
    private static final String MATCH = "/camara/kyc-match/v0.4/match";
    private static final String FILL_IN = "/camara/kyc-fill-in/v0.4/fill-in";
    private static final String AGE = "/camara/kyc-age-verification/v0.2/verify";
    private static final String TENURE = "/camara/kyc-tenure/v0.2/check-tenure";
    private static final String SWAP_CHECK = "/camara/sim-swap/v2/check";
    private static final String SWAP_DATE = "/camara/sim-swap/v2/retrieve-date";

    @Autowired
    TestHttp http;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private TestClients.Registered registered;
    private RestTestClient bank;
    private TestPerson erika;
    private String line;

    @BeforeEach
    void a_person_has_a_line_and_a_bank_has_a_token() {
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        registered = TestClients.register(http, "THIRD_PARTY", ALL.toArray(String[]::new));
        bank = calling();
        erika = new TestPerson(http, "Muster");
        line = erika.takesLine();
    }

    @Test
    void a_bank_hears_nothing_before_the_holder_agrees() {
        ask(MATCH, Map.of("phoneNumber", line, "name", "Erika Muster"))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(403)
                .jsonPath("$.code")
                .isEqualTo("PERMISSION_DENIED");
        var id = wish(line, ALL);
        assertThat(state(id)).isEqualTo("WAITING");
        ask(MATCH, Map.of("phoneNumber", line, "name", "Erika Muster"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void KYC_Match_1_the_holder_agrees_and_what_was_asked_is_compared() {
        agree(line, ALL);
        var answer = told(
                MATCH,
                Map.of(
                        "phoneNumber", line,
                        "name", "ERIKA MUSTER",
                        "familyName", "Sample",
                        "birthdate", "1990-05-17",
                        "email", "erika@example.com"));
        assertThat(answer.propertyNames())
                .containsExactlyInAnyOrder("nameMatch", "familyNameMatch", "birthdateMatch", "emailMatch");
        assertThat(answer.get("nameMatch").asString()).isEqualTo("true");
        assertThat(answer.get("familyNameMatch").asString()).isEqualTo("false");
        assertThat(answer.get("birthdateMatch").asString()).isEqualTo("true");
        assertThat(answer.get("emailMatch").asString()).isEqualTo("not_available");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "idDocument",
                "name",
                "givenName",
                "familyName",
                "nameKanaHankaku",
                "nameKanaZenkaku",
                "middleNames",
                "familyNameAtBirth",
                "address",
                "streetName",
                "streetNumber",
                "postalCode",
                "region",
                "locality",
                "country",
                "houseNumberExtension",
                "email",
                "cityOfBirth",
                "countryOfBirth",
                "nationality"
            })
    void KYC_Match_2_and_5_every_attribute_is_answered_under_its_own_name(String attribute) {
        agree(line, List.of("kyc-match:match"));
        var value = attribute.equals("email") ? "erika@example.com" : "something else";
        var answer = told(MATCH, Map.of("phoneNumber", line, attribute, value));
        assertThat(answer.propertyNames()).containsExactly(attribute + "Match");
        assertThat(answer.get(attribute + "Match").asString()).isIn("false", "not_available");
    }

    @Test
    void KYC_Match_400_what_is_not_as_described_is_refused_and_told_to_nobody() {
        agree(line, ALL);
        invalid(MATCH, "{}", "INVALID_ARGUMENT");
        invalid(MATCH, "", "INVALID_ARGUMENT");
        invalid(MATCH, "[", "INVALID_ARGUMENT");
        invalid(MATCH, "{\"phoneNumber\":\"%s\"}".formatted(line), "KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION");
        invalid(MATCH, "{\"phoneNumber\":\"12345\",\"name\":\"x\"}", "INVALID_ARGUMENT");
        invalid(MATCH, "{\"phoneNumber\":\"%s\",\"birthdate\":\"22.8.1978\"}".formatted(line), "INVALID_ARGUMENT");
        invalid(MATCH, "{\"phoneNumber\":\"%s\",\"gender\":\"X\"}".formatted(line), "INVALID_ARGUMENT");
        invalid(MATCH, "{\"phoneNumber\":\"%s\",\"email\":\"erika\"}".formatted(line), "INVALID_ARGUMENT");
        invalid(MATCH, "{\"phoneNumber\":\"%s\",\"name\":{\"a\":1}}".formatted(line), "INVALID_ARGUMENT");
        invalid(MATCH, "{\"phoneNumber\":\"%s\",\"name\":\"%s\"}".formatted(line, "x".repeat(301)), "INVALID_ARGUMENT");
        assertThat(disclosures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {MATCH, FILL_IN, AGE, TENURE, SWAP_CHECK, SWAP_DATE})
    void C02_04_without_a_number_no_line_is_meant(String path) {
        ask(path, Map.of("name", "Erika", "ageThreshold", 18, "tenureDate", "2020-01-01"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("MISSING_IDENTIFIER");
    }

    @ParameterizedTest
    @ValueSource(strings = {MATCH, FILL_IN, AGE, TENURE, SWAP_CHECK, SWAP_DATE})
    void scenario_401_who_has_no_token_of_a_client_is_told_so_in_camaras_words(String path) {
        for (var caller : List.of(http.anyone(), http.bearer("eyJhbGciOiJub25lIn0.e30."), http.bearer("nonsense"))) {
            caller.post()
                    .uri(path)
                    .header("x-correlator", "b4333c46-49c0")
                    .body(Map.of("phoneNumber", line))
                    .exchange()
                    .expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .valueEquals("x-correlator", "b4333c46-49c0")
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_JSON)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("UNAUTHENTICATED");
        }
    }

    @Test
    void an_operators_own_key_opens_none_of_it() {
        http.operator()
                .post()
                .uri(MATCH)
                .body(Map.of("phoneNumber", line, "name", "x"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void a_number_that_nobody_has_looks_like_one_whose_holder_does_not_answer() {
        var nobodys = "+8613899999999";
        var unknown = wish(nobodys, ALL);
        assertThat(state(unknown)).isEqualTo("WAITING");
        var known = ask(MATCH, Map.of("phoneNumber", line, "name", "x"))
                .expectBody(String.class)
                .returnResult();
        var no = ask(MATCH, Map.of("phoneNumber", nobodys, "name", "x"))
                .expectBody(String.class)
                .returnResult();
        assertThat(no.getStatus()).isEqualTo(known.getStatus());
        assertThat(no.getResponseBody()).isEqualTo(known.getResponseBody());
        clock.advance(Duration.ofDays(8));
        bank = calling();
        assertThat(state(unknown)).isEqualTo("NOT_GRANTED");
    }

    @Test
    void KYC_Fill_in_03_only_what_the_token_and_the_holder_allow_is_filled_in() {
        agree(line, List.of("kyc-fill-in:givenName"));
        var answer = told(FILL_IN, Map.of("phoneNumber", line));
        assertThat(answer.propertyNames()).containsExactly("givenName");
        assertThat(answer.get("givenName").asString()).isEqualTo("Erika");
    }

    @ParameterizedTest
    @CsvSource({"18,true", "0,true", "120,false"})
    void verifyAge_1_and_2_the_age_is_compared_with_the_threshold(int age, String check) {
        agree(line, ALL);
        var answer = told(AGE, Map.of("phoneNumber", line, "ageThreshold", age, "includeContentLock", true));
        assertThat(answer.get("ageCheck").asString()).isEqualTo(check);
        assertThat(answer.get("verifiedStatus").asBoolean()).isTrue();
        assertThat(answer.get("contentLock").asString()).isEqualTo("not_available");
        assertThat(answer.has("parentalControl")).isFalse();
    }

    @Test
    void verifyAge_3_the_age_of_somebody_else_is_not_available() {
        agree(line, ALL);
        assertThat(told(AGE, Map.of("phoneNumber", line, "ageThreshold", 18, "givenName", "Max"))
                        .get("ageCheck")
                        .asString())
                .isEqualTo("not_available");
        var visit = erika.looksAtTheirLines();
        visit.client()
                .put()
                .uri("/v1/me/lines/" + visit.line(line).get("id").asString() + "/user")
                .body(Map.of("kind", "CHILD", "label", "my daughter"))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(told(AGE, Map.of("phoneNumber", line, "ageThreshold", 18))
                        .get("ageCheck")
                        .asString())
                .isEqualTo("not_available");
    }

    @Test
    void verifyAge_400_3_an_age_that_nobody_has_is_out_of_range() {
        invalid(AGE, "{\"phoneNumber\":\"%s\",\"ageThreshold\":121}".formatted(line), "OUT_OF_RANGE");
        invalid(AGE, "{\"phoneNumber\":\"%s\",\"ageThreshold\":-1}".formatted(line), "OUT_OF_RANGE");
        invalid(AGE, "{\"phoneNumber\":\"%s\",\"ageThreshold\":\"old\"}".formatted(line), "INVALID_ARGUMENT");
        invalid(AGE, "{\"phoneNumber\":\"%s\"}".formatted(line), "INVALID_ARGUMENT");
    }

    @Test
    void checkTenure_a_line_is_its_holders_since_it_came_into_their_name() {
        agree(line, ALL);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        assertThat(tenure(today)).isTrue();
        assertThat(tenure(today.minusDays(1))).isFalse();
        invalid(
                TENURE,
                "{\"phoneNumber\":\"%s\",\"tenureDate\":\"%s\"}".formatted(line, today.plusDays(2)),
                "OUT_OF_RANGE");
        invalid(TENURE, "{\"phoneNumber\":\"%s\",\"tenureDate\":\"then\"}".formatted(line), "INVALID_ARGUMENT");
    }

    @Test
    void checkTenure_an_end_that_was_taken_back_begins_nothing() {
        clock.advance(Duration.ofDays(20));
        var visit = erika.looksAtTheirLines();
        visit.post("/v1/me/lines/" + visit.line(line).get("id").asString() + "/ending", Map.of())
                .expectStatus()
                .is2xxSuccessful();
        var ending = visit.get("/v1/me/lines").at("/ended/0/endingId").asString();
        visit.delete("/v1/me/endings/" + ending).expectStatus().isOk();
        bank = calling();
        agree(line, ALL);

        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        assertThat(tenure(today.minusDays(19))).isTrue();
        assertThat(tenure(today.minusDays(22))).isFalse();
    }

    @Test
    void check_sim_swap_a_line_without_a_known_sim_has_no_answer() {
        agree(line, ALL);
        ask(SWAP_CHECK, Map.of("phoneNumber", line))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("SERVICE_NOT_APPLICABLE");
        assertThat(disclosures()).isEmpty();
    }

    @Test
    void check_sim_swap_2_to_7_a_new_sim_is_told_for_as_long_as_was_asked() {
        http.operator()
                .put()
                .uri("/v1/lines/equipment")
                .body(Map.of("line", line, "kind", "ICCID", "value", "8991101200003204514"))
                .exchange()
                .expectStatus()
                .isOk();
        var at = clock.instant();
        agree(line, ALL);
        assertThat(told(SWAP_CHECK, Map.of("phoneNumber", line, "maxAge", 1))
                        .get("swapped")
                        .asBoolean())
                .isTrue();
        assertThat(Instant.parse(told(SWAP_DATE, Map.of("phoneNumber", line))
                        .get("latestSimChange")
                        .asString()))
                .isBetween(at.minusSeconds(60), at.plusSeconds(60));
        clock.advance(Duration.ofHours(241));
        bank = calling();
        assertThat(told(SWAP_CHECK, Map.of("phoneNumber", line)).get("swapped").asBoolean())
                .isFalse();
        assertThat(told(SWAP_CHECK, Map.of("phoneNumber", line, "maxAge", 2400))
                        .get("swapped")
                        .asBoolean())
                .isTrue();
        invalid(SWAP_CHECK, "{\"phoneNumber\":\"%s\",\"maxAge\":100000}".formatted(line), "OUT_OF_RANGE");
        invalid(SWAP_CHECK, "{\"phoneNumber\":\"%s\",\"maxAge\":\"long\"}".formatted(line), "INVALID_ARGUMENT");
    }

    @Test
    void the_holder_sees_who_was_told_what_and_never_the_values() {
        agree(line, ALL);
        told(MATCH, Map.of("phoneNumber", line, "familyName", "Guessed-Name"));
        var all = erika.looksAtTheirLines().get("/v1/me/disclosures");
        var one = all.get("disclosures").get(0);
        assertThat(one.get("client").asString()).startsWith("Harbour Bank");
        assertThat(one.get("line").asString()).isEqualTo(line);
        assertThat(one.get("scope").asString()).isEqualTo("kyc-match:match");
        assertThat(one.get("attributes").get(0).asString()).isEqualTo("familyNameMatch");
        assertThat(all.toString()).doesNotContain("Guessed-Name");
        assertThat(all.get("consents").get(0).get("state").asString()).isEqualTo("GRANTED");
    }

    @Test
    void a_consent_ends_when_the_holder_says_so_and_by_itself() {
        var id = agree(line, ALL);
        var visit = erika.looksAtTheirLines();
        visit.delete("/v1/me/consents/" + id).expectStatus().isOk();
        ask(MATCH, Map.of("phoneNumber", line, "name", "x")).expectStatus().isForbidden();
        assertThat(state(id)).isEqualTo("NOT_GRANTED");

        var again = agree(line, ALL);
        told(MATCH, Map.of("phoneNumber", line, "name", "x"));
        clock.advance(Duration.ofDays(91));
        bank = calling();
        ask(MATCH, Map.of("phoneNumber", line, "name", "x")).expectStatus().isForbidden();
        assertThat(erika.looksAtTheirLines()
                        .get("/v1/me/disclosures")
                        .get("consents")
                        .valueStream())
                .filteredOn(consent -> consent.get("id").asString().equals(again))
                .extracting(consent -> consent.get("state").asString())
                .containsExactly("EXPIRED");
    }

    @Test
    void who_said_no_is_not_asked_again_and_the_bank_cannot_tell() {
        var first = wish(line, ALL);
        var visit = erika.looksAtTheirLines();
        visit.post("/v1/me/consents/" + first + "/refusal", Map.of())
                .expectStatus()
                .isOk();
        var second = wish(line, ALL);
        assertThat(state(second)).isEqualTo("WAITING");
        assertThat(state(first)).isEqualTo("WAITING");
        assertThat(visit.get("/v1/me/disclosures").get("consents").valueStream())
                .extracting(consent -> consent.get("id").asString())
                .containsExactly(first);
        visit.post("/v1/me/consents/" + second + "/grant", Map.of())
                .expectStatus()
                .isNotFound();
        clock.advance(Duration.ofDays(8));
        bank = calling();
        assertThat(state(first)).isEqualTo("NOT_GRANTED");
    }

    @Test
    void a_wish_that_another_took_the_place_of_looks_the_same_whether_the_number_is_a_line_or_not() {
        var known = wish(line, ALL);
        var unknown = wish("+8613899999998", ALL);
        var until = shown(known).get("until").asString();
        wish(line, ALL);
        wish("+8613899999998", ALL);

        assertThat(state(known)).isEqualTo("WAITING");
        assertThat(shown(known).get("until").asString()).isEqualTo(until);
        assertThat(state(unknown)).isEqualTo("WAITING");
    }

    @Test
    void a_consent_that_a_new_wish_took_the_place_of_is_over_at_once() {
        var granted = agree(line, ALL);

        wish(line, ALL);

        assertThat(state(granted)).isEqualTo("NOT_GRANTED");
    }

    @Test
    void nobody_else_can_agree() {
        var id = wish(line, ALL);
        var other = new TestPerson(http, "Sample").looksAtTheirLines();
        other.post("/v1/me/consents/" + id + "/grant", Map.of()).expectStatus().isNotFound();
        other.post("/v1/me/consents/" + id + "/refusal", Map.of())
                .expectStatus()
                .isNotFound();
        other.delete("/v1/me/consents/" + id).expectStatus().isNotFound();
        var otherBank = anotherBank();
        otherBank
                .get()
                .uri("/v1/consent-requests/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void one_banks_consent_is_not_anothers() {
        agree(line, ALL);
        anotherBank()
                .post()
                .uri(MATCH)
                .body(Map.of("phoneNumber", line, "name", "x"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void a_token_without_the_scope_hears_nothing_whatever_the_holder_allowed() {
        agree(line, List.of("kyc-match:match"));
        ask(TENURE, Map.of("phoneNumber", line, "tenureDate", "2020-01-01"))
                .expectStatus()
                .isForbidden();
        var narrow = TestClients.calling(http, "THIRD_PARTY", "sim-swap:check");
        narrow.post()
                .uri("/v1/consent-requests")
                .body(Map.of("phoneNumber", line, "scopes", List.of("kyc-match:match"), "purpose", "FRAUD_PREVENTION"))
                .exchange()
                .expectStatus()
                .isForbidden();
        narrow.post()
                .uri(MATCH)
                .body(Map.of("phoneNumber", line, "name", "x"))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PERMISSION_DENIED");
    }

    @Test
    void nobody_finds_a_birth_date_by_trying() {
        agree(line, ALL);
        for (int day = 1; day <= 20; day++) {
            told(MATCH, Map.of("phoneNumber", line, "birthdate", "1991-01-%02d".formatted(day)));
        }
        ask(MATCH, Map.of("phoneNumber", line, "birthdate", "1990-05-17"))
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("TOO_MANY_REQUESTS");
        agree(line, ALL);
        ask(MATCH, Map.of("phoneNumber", line, "birthdate", "1990-05-17"))
                .expectStatus()
                .isEqualTo(429);
    }

    @Test
    void a_line_in_an_unverified_name_has_no_answer() {
        agree(line, ALL);
        jdbc.sql("""
                        update holding set verified_at = null
                        where id = (select holding_id from line where identifier = :line)
                        """).param("line", line).update();
        ask(TENURE, Map.of("phoneNumber", line, "tenureDate", "2020-01-01"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("SERVICE_NOT_APPLICABLE");
    }

    @Test
    void a_consent_does_not_go_with_the_line_to_its_next_holder() {
        agree(line, ALL);
        jdbc.sql("""
                        update holding set holder_id = (
                            select holder_id from holding h join line l on l.holding_id = h.id where l.identifier = :other)
                        where id = (select holding_id from line where identifier = :line)
                        """)
                .param("line", line)
                .param("other", new TestPerson(http, "Sample").takesLine())
                .update();
        ask(MATCH, Map.of("phoneNumber", line, "name", "Erika Muster"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void a_correlator_of_another_form_is_not_given_back() {
        bank.post()
                .uri(MATCH)
                .header("x-correlator", "a b")
                .body(Map.of("phoneNumber", line))
                .exchange()
                .expectHeader()
                .doesNotExist("x-correlator");
    }

    @Test
    void a_wish_that_is_not_whole_is_refused() {
        for (var body : List.of(
                Map.of("phoneNumber", line, "scopes", ALL),
                Map.of("phoneNumber", line, "scopes", List.of(), "purpose", "FRAUD_PREVENTION"),
                Map.of("phoneNumber", "123", "scopes", ALL, "purpose", "FRAUD_PREVENTION"),
                Map.of("phoneNumber", line, "scopes", List.of("kyc-fill-in:set-all"), "purpose", "FRAUD_PREVENTION"),
                Map.of("phoneNumber", line, "scopes", ALL, "purpose", "MARKETING"))) {
            bank.post()
                    .uri("/v1/consent-requests")
                    .body(body)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
    }

    /** With a token that was just made: one of before the clock was moved is over. */
    private RestTestClient calling() {
        return http.bearer(TestClients.token(http, registered));
    }

    private RestTestClient anotherBank() {
        return TestClients.calling(http, "THIRD_PARTY", ALL.toArray(String[]::new));
    }

    private boolean tenure(LocalDate since) {
        return told(TENURE, Map.of("phoneNumber", line, "tenureDate", since.toString()))
                .get("tenureDateCheck")
                .asBoolean();
    }

    private String wish(String number, List<String> scopes) {
        return bank.post()
                .uri("/v1/consent-requests")
                .body(Map.of("phoneNumber", number, "scopes", scopes, "purpose", "IDENTITY_VERIFICATION"))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("id")
                .asString();
    }

    private String agree(String number, List<String> scopes) {
        var id = wish(number, scopes);
        erika.looksAtTheirLines()
                .post("/v1/me/consents/" + id + "/grant", Map.of())
                .expectStatus()
                .isOk();
        assertThat(state(id)).isEqualTo("GRANTED");
        return id;
    }

    private String state(String id) {
        return shown(id).get("state").asString();
    }

    private JsonNode shown(String id) {
        return bank.get()
                .uri("/v1/consent-requests/" + id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private ResponseSpec ask(String path, Map<String, ?> body) {
        return bank.post().uri(path).body(body).exchange();
    }

    private JsonNode told(String path, Map<String, ?> body) {
        return ask(path, body)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private void invalid(String path, String body, String code) {
        bank.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(400)
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private List<JsonNode> disclosures() {
        return erika.looksAtTheirLines()
                .get("/v1/me/disclosures")
                .get("disclosures")
                .valueStream()
                .toList();
    }
}
