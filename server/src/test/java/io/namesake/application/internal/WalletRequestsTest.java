package io.namesake.application.internal;

import static io.namesake.application.TestApplicant.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.document.specimen.wallet.SpecimenMdoc;
import io.namesake.document.wallet.CredentialKind;
import io.namesake.document.wallet.CredentialKind.Attribute;
import io.namesake.face.PresentationAttack.Finding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A document out of a wallet, under the policy that is shipped. */
@NamesakeTest
@Import({ScriptedFaces.Configuration.class, SpecimenWallets.Offered.class})
@TestPropertySource(properties = "namesake.policy=")
class WalletRequestsTest {

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void faces_match() {
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
    }

    @ParameterizedTest
    @EnumSource
    void a_credential_of_each_kind_is_shown_confirmed_and_verifies(CredentialKind kind) throws Exception {
        var applicant = TestApplicant.withConsent(http);
        var wallet = TestWallet.ofAnna(http);
        assertThat(standing(applicant).get("state").asString()).isEqualTo("NONE");
        var link = applicant.walletLink();
        assertThat(standing(applicant).get("state").asString()).isEqualTo("WAITING");

        wallet.answer(link, kind)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/json")
                .expectBody()
                .json("{}");

        assertThat(standing(applicant).get("state").asString()).isEqualTo("RECEIVED");
        assertThat(applicant.state().at("/document/source").asString()).isEqualTo("WALLET");
        assertThat(applicant.state().at("/document/strength").asString()).isEqualTo("STRONG");
        assertThat(applicant.state().at("/document/confirmed").asBoolean()).isFalse();
        var reading = applicant.whatWasRead();
        assertThat(reading.get("familyName").asString()).isEqualTo("Müller");
        assertThat(reading.get("birthDate").asString()).isEqualTo("1990-05-17");
        assertThat(reading.get("documentNumber").asString()).isEqualTo("X12345678");
        // It may be somebody else's wallet that was made to answer: the page gets no picture to hold before the camera.
        assertThat(reading.get("portrait").asBoolean()).isFalse();
        assertProblem(applicant.portrait(), 404, "not-found");

        applicant.confirm(SpecimenWallets.FIELDS).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(applicant.decided().get("state").asString()).isEqualTo("VERIFIED");
        assertThat(log(applicant, "application.decided"))
                .contains("\"evidence\":\"WALLET\"", "\"strength\":\"STRONG\"");
        assertThat(log(applicant, "application.wallet-answered")).contains("RECEIVED");
    }

    @Test
    void a_wallet_is_asked_for_what_a_line_needs_and_for_nothing_else() throws Exception {
        var applicant = TestApplicant.withConsent(http);
        var wallet = TestWallet.ofAnna(http);
        var request = wallet.open(applicant.walletLink());
        assertThat(request.credential("driving_licence").get("claims").valueStream())
                .extracting(claim -> claim.get("path").get(1).asString())
                .containsExactly(
                        "family_name",
                        "given_name",
                        "birth_date",
                        "document_number",
                        "issuing_country",
                        "expiry_date",
                        "portrait");
        assertThat(request.credential("person_sd_jwt").get("claims").valueStream())
                .extracting(claim -> claim.get("path").get(0).asString())
                .containsExactly(
                        "family_name",
                        "given_name",
                        "birthdate",
                        "document_number",
                        "issuing_country",
                        "date_of_expiry",
                        "picture");
        assertThat(request.object().at("/dcql_query/credential_sets/0/options")).hasSize(3);
        assertThat(request.text("response_mode")).isEqualTo("direct_post.jwt");
        assertThat(request.text("aud")).isEqualTo("https://self-issued.me/v2");
        assertThat(request.text("nonce")).hasSize(43);
        assertThat(request.object().toString()).doesNotContain("\"d\":");
    }

    @Test
    void a_request_takes_one_answer() throws Exception {
        var applicant = TestApplicant.withConsent(http);
        var wallet = TestWallet.ofAnna(http);
        var request = wallet.open(applicant.walletLink());
        var kind = CredentialKind.DRIVING_LICENCE;
        var shown = wallet.presentation(request, kind, wallet.asked(request, kind));
        wallet.post(request, kind, shown).expectStatus().isOk();
        assertProblem(wallet.post(request, kind, shown), 409, "wallet-request-used");
        // Nor does it answer another applicant's request, though it was good for the first.
        var another = TestApplicant.withConsent(http);
        var theirs = wallet.open(another.walletLink());
        assertProblem(wallet.post(theirs, kind, shown), 422, "wallet-proof-wrong");
        assertThat(another.state().get("document").isNull()).isTrue();
        assertThat(standing(another).get("problem").asString()).isEqualTo("wallet-proof-wrong");
        assertThat(standing(another).get("nextStep").asString()).isNotBlank();
    }

    @Test
    void another_request_takes_the_place_of_the_one_before() throws Exception {
        var applicant = TestApplicant.withConsent(http);
        var wallet = TestWallet.ofAnna(http);
        var before = wallet.open(applicant.walletLink());
        var now = applicant.walletLink();
        var kind = CredentialKind.PERSON_SD_JWT;
        assertProblem(
                wallet.post(before, kind, wallet.presentation(before, kind, wallet.asked(before, kind))),
                404,
                "wallet-request-unknown");
        wallet.answer(now, kind).expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"attended-check", "consent/withdrawal"})
    void a_request_ends_with_the_consent_and_no_answer_to_it_is_opened(String step) throws Exception {
        var applicant = TestApplicant.withConsent(http);
        var wallet = TestWallet.ofAnna(http);
        var request = wallet.open(applicant.walletLink());
        var kind = CredentialKind.DRIVING_LICENCE;
        int asked = faces.asked();

        applicant.post(step, Map.of()).expectStatus().isOk();

        assertProblem(
                wallet.post(request, kind, wallet.presentation(request, kind, wallet.asked(request, kind))),
                404,
                "wallet-request-unknown");
        assertThat(faces.asked()).isEqualTo(asked);
    }

    @Test
    void a_withdrawal_and_an_answer_at_the_same_moment_are_dealt_with_one_after_the_other() throws Exception {
        var applicant = TestApplicant.withConsent(http);
        var wallet = TestWallet.ofAnna(http);
        var request = wallet.open(applicant.walletLink());
        var kind = CredentialKind.DRIVING_LICENCE;
        var shown = wallet.presentation(request, kind, wallet.asked(request, kind));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // Both come to the application while somebody else has it, the withdrawal first.
            var both = transaction.execute(_ -> {
                jdbc.sql("select id from application where id = :id for update")
                        .param("id", UUID.fromString(applicant.id))
                        .query(UUID.class)
                        .single();
                var withdrawal = threads.submit(() -> applicant.post("consent/withdrawal", Map.of()));
                awaitWaiting(1);
                var answer = threads.submit(() -> wallet.post(request, kind, shown));
                awaitWaiting(2);
                return List.of(withdrawal, answer);
            });
            both.getFirst().get().expectStatus().isOk();
            both.getLast().get().expectStatus().isEqualTo(409);
        }
        assertThat(applicant.state().at("/document").isNull()).isTrue();
    }

    /** Until so many connections wait for what another one has locked. Within a transaction the list of connections is else that of its first look. */
    private void awaitWaiting(int connections) {
        Awaitility.await().until(() -> {
            jdbc.sql("select pg_stat_clear_snapshot()")
                    .query((row, number) -> number)
                    .list();
            return jdbc.sql("""
                            select count(distinct pid) from pg_locks join pg_stat_activity using (pid)
                            where not granted and datname = current_database()
                            """).query(Integer.class).single() >= connections;
        });
    }

    @Test
    void an_answer_that_comes_after_the_submission_is_not_opened() throws Exception {
        var applicant = TestApplicant.withConsent(http);
        var wallet = TestWallet.ofAnna(http);
        var request = wallet.open(applicant.walletLink());
        var kind = CredentialKind.DRIVING_LICENCE;
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        applicant.decided();
        int asked = faces.asked();

        assertProblem(
                wallet.post(request, kind, wallet.presentation(request, kind, wallet.asked(request, kind))),
                409,
                "already-submitted");
        assertThat(faces.asked()).isEqualTo(asked);
    }

    @Test
    void a_request_that_nobody_answered_in_time_is_over() throws Exception {
        var applicant = TestApplicant.withConsent(http);
        var wallet = TestWallet.ofAnna(http);
        var link = applicant.walletLink();
        var request = wallet.open(link);
        clock.advance(Duration.ofMinutes(6));
        assertThat(standing(applicant).get("state").asString()).isEqualTo("EXPIRED");
        assertProblem(
                wallet.postForm(request, "error=access_denied&state=" + request.text("state")),
                410,
                "wallet-request-expired");
    }

    @Test
    void a_wallet_that_declines_ends_the_request_and_says_so() throws Exception {
        var applicant = TestApplicant.withConsent(http);
        var wallet = TestWallet.ofAnna(http);
        var link = applicant.walletLink();
        assertProblem(wallet.decline(link), 409, "wallet-declined");
        assertThat(standing(applicant).get("state").asString()).isEqualTo("FAILED");
        assertThat(standing(applicant).get("problem").asString()).isEqualTo("wallet-declined");
    }

    @Test
    void an_answer_with_another_state_or_for_another_key_is_none() throws Exception {
        var wallet = TestWallet.ofAnna(http);
        var kind = CredentialKind.PERSON_MDOC;
        for (var foreign : List.of("state", "key", "kind", "two")) {
            var applicant = TestApplicant.withConsent(http);
            var request = wallet.open(applicant.walletLink());
            var shown = wallet.presentation(request, kind, wallet.asked(request, kind));
            Map<String, Object> answer = new HashMap<>(
                    Map.of("state", request.text("state"), "vp_token", Map.of(TestWallet.id(kind), List.of(shown))));
            var key = request.key();
            switch (foreign) {
                case "state" -> answer.put("state", "another");
                case "key" -> key = new ECKeyGenerator(Curve.P_256).keyID("1").generate();
                case "kind" -> answer.put("vp_token", Map.of("loyalty", List.of(shown)));
                default -> answer.put("vp_token", Map.of(TestWallet.id(kind), List.of(shown, shown)));
            }
            assertProblem(wallet.post(request, key, answer), 400, "wallet-answer-invalid");
            assertThat(applicant.state().get("document").isNull()).isTrue();
        }
    }

    @Test
    void what_is_no_form_or_no_answer_or_too_large_is_refused_in_words() throws Exception {
        var wallet = TestWallet.ofAnna(http);
        for (var form : List.of("", "=", "response", "response=x", "response=%", "a=1&a=2", "a=1&".repeat(40))) {
            var request = wallet.open(TestApplicant.withConsent(http).walletLink());
            assertProblem(wallet.postForm(request, form), 400, "wallet-answer-invalid");
        }
        var request = wallet.open(TestApplicant.withConsent(http).walletLink());
        assertProblem(wallet.postForm(request, "response=" + "x".repeat(1024 * 1024)), 413, "request-too-large");
    }

    @Test
    void a_wallet_that_shows_less_than_a_line_needs_is_sent_back() throws Exception {
        var applicant = TestApplicant.withConsent(http);
        var wallet = TestWallet.ofAnna(http);
        var request = wallet.open(applicant.walletLink());
        var kind = CredentialKind.DRIVING_LICENCE;
        var few = EnumSet.of(Attribute.FAMILY_NAME, Attribute.GIVEN_NAMES);
        assertProblem(
                wallet.post(request, kind, wallet.presentation(request, kind, few)), 422, "wallet-attributes-missing");
        assertThat(applicant.state().get("document").isNull()).isTrue();
    }

    @Test
    void a_credential_that_nobody_vouches_for_goes_to_a_person() throws Exception {
        var applicant = TestApplicant.withConsent(http);
        new TestWallet(http, SpecimenWallets.UNTRUSTED, SpecimenWallets.attributes())
                .answer(applicant.walletLink(), CredentialKind.DRIVING_LICENCE)
                .expectStatus()
                .isOk();
        assertThat(applicant.state().at("/document/strength").asString()).isEqualTo("FAIR");
        applicant.confirm(SpecimenWallets.FIELDS).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(reasons(applicant.decided())).containsExactly("EVIDENCE_TOO_WEAK");
    }

    @Test
    void an_attribute_that_was_changed_is_refused_and_no_face_is_compared() throws Exception {
        var applicant = TestApplicant.withConsent(http);
        var wallet = TestWallet.ofAnna(http);
        var request = wallet.open(applicant.walletLink());
        var kind = CredentialKind.DRIVING_LICENCE;
        var response = SpecimenMdoc.issue(
                        SpecimenWallets.TRUSTED,
                        kind,
                        SpecimenWallets.attributes(),
                        SpecimenWallets.VALID,
                        SpecimenWallets.RANDOM)
                .present(wallet.asked(request, kind), request.transcript());
        int name = new String(response, StandardCharsets.ISO_8859_1).indexOf("Anna Maria");
        response[name] = 'I';
        wallet.post(request, kind, TestWallet.base64url(response))
                .expectStatus()
                .isOk();
        var fields = new HashMap<>(SpecimenWallets.FIELDS);
        fields.put("givenNames", "Inna Maria");
        applicant.confirm(fields).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        int asked = faces.asked();
        assertThat(reasons(applicant.decided())).containsExactly("DOCUMENT_NOT_GENUINE");
        assertThat(faces.asked()).isEqualTo(asked);
    }

    @Test
    void a_signed_attribute_that_the_applicant_corrects_goes_to_a_person() throws Exception {
        var applicant = TestApplicant.withConsent(http);
        TestWallet.ofAnna(http)
                .answer(applicant.walletLink(), CredentialKind.PERSON_SD_JWT)
                .expectStatus()
                .isOk();
        var fields = new HashMap<>(SpecimenWallets.FIELDS);
        fields.put("birthDate", "1991-05-17");
        applicant.confirm(fields).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(reasons(applicant.decided())).containsExactly("FIELDS_CORRECTED");
    }

    @Test
    void nobody_is_asked_before_consent_and_nobody_else_sees_the_request() {
        var applicant = TestApplicant.withSession(http);
        assertProblem(applicant.post("wallet-request", Map.of()), 409, "consent-required");
        http.operator()
                .post()
                .uri("/v1/applications/" + applicant.id + "/wallet-request")
                .exchange()
                .expectStatus()
                .isForbidden();
        for (var guess : List.of("x", "x".repeat(43), "..%2f")) {
            http.anyone()
                    .get()
                    .uri("/v1/wallet-requests/{guess}", guess)
                    .exchange()
                    .expectStatus()
                    .is4xxClientError();
        }
    }

    @Test
    void what_is_left_of_a_request_names_neither_its_address_nor_its_secrets() throws Exception {
        var applicant = TestApplicant.withConsent(http);
        var wallet = TestWallet.ofAnna(http);
        var link = applicant.walletLink();
        var request = wallet.open(link);
        assertThat(row(applicant)).doesNotContain(request.text("nonce"), request.text("state"));
        wallet.answer(link, CredentialKind.DRIVING_LICENCE).expectStatus().isOk();
        assertThat(jdbc.sql("select sealed is null from wallet_request where application_id = :id")
                        .param("id", UUID.fromString(applicant.id))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private String row(TestApplicant applicant) {
        return jdbc.sql("select wallet_request::text from wallet_request where application_id = :id")
                .param("id", UUID.fromString(applicant.id))
                .query(String.class)
                .single();
    }

    private JsonNode standing(TestApplicant applicant) {
        return body(http.bearer(applicant.sessionToken)
                .get()
                .uri("/v1/applications/" + applicant.id + "/wallet-request")
                .exchange());
    }

    private static JsonNode body(RestTestClient.ResponseSpec answer) {
        return answer.expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private String log(TestApplicant applicant, String type) {
        return jdbc.sql("select details::text from audit_entry where type = :type and subject_id = :id")
                .param("type", type)
                .param("id", applicant.id)
                .query(String.class)
                .single();
    }

    private static void assertProblem(RestTestClient.ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
