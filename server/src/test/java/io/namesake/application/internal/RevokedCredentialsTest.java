package io.namesake.application.internal;

import static io.namesake.application.TestApplicant.reasons;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.PublishedLists;
import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.document.specimen.wallet.SpecimenStatusList;
import io.namesake.document.specimen.wallet.SpecimenStatusList.Life;
import io.namesake.document.wallet.CredentialKind;
import io.namesake.face.PresentationAttack.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Credentials whose issuer says on a list whether they still count, under the policy that is shipped. */
@NamesakeTest
@Import({ScriptedFaces.Configuration.class, SpecimenWallets.Offered.class})
@TestPropertySource(properties = "namesake.policy=")
class RevokedCredentialsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PLACE = 40;

    private static PublishedLists lists;

    @Autowired
    TestHttp http;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private String path;

    @BeforeAll
    static void start() throws Exception {
        lists = PublishedLists.start();
    }

    @AfterAll
    static void stop() {
        lists.close();
    }

    @BeforeEach
    void a_list_of_its_own() {
        path = "/" + UUID.randomUUID();
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
    }

    @ParameterizedTest
    @EnumSource
    void one_that_its_list_calls_valid_verifies(CredentialKind kind) throws Exception {
        publish(kind, SpecimenStatusList.VALID);
        var applicant = shown(kind);
        assertThat(revocation(applicant)).isEqualTo("PASSED");
        assertThat(applicant.state().at("/document/strength").asString()).isEqualTo("STRONG");
        assertThat(applicant.decided().get("state").asString()).isEqualTo("VERIFIED");
        assertThat(lists.requests(path)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {SpecimenStatusList.INVALID, SpecimenStatusList.SUSPENDED})
    void one_that_was_revoked_or_suspended_is_refused_and_no_face_is_compared(int status) throws Exception {
        for (var kind : List.of(CredentialKind.DRIVING_LICENCE, CredentialKind.PERSON_SD_JWT)) {
            path = "/" + UUID.randomUUID();
            publish(kind, status);
            var applicant = shown(kind);
            assertThat(revocation(applicant)).isEqualTo("FAILED");
            assertThat(applicant.state().at("/document/strength").asString()).isEqualTo("NONE");
            int asked = faces.asked();
            assertThat(reasons(applicant.decided())).containsExactly("DOCUMENT_NOT_GENUINE");
            assertThat(faces.asked()).isEqualTo(asked);
        }
    }

    @Test
    void one_with_a_status_that_is_not_known_here_goes_to_a_person() throws Exception {
        publish(CredentialKind.PERSON_MDOC, 3);
        var applicant = shown(CredentialKind.PERSON_MDOC);
        assertThat(revocation(applicant)).isEqualTo("INCONCLUSIVE");
        assertThat(reasons(applicant.decided())).containsExactly("DOCUMENT_DOUBTFUL");
    }

    @Test
    void one_whose_list_answers_later_is_decided_then() throws Exception {
        var revoked = shown(CredentialKind.PERSON_SD_JWT);
        assertThat(revocation(revoked)).isEqualTo("INCONCLUSIVE");
        int before = lists.requests(path);
        revoked.submit().expectStatus().isAccepted();
        await().atMost(PATIENCE).until(() -> lists.requests(path) > before);
        assertThat(revoked.state().get("state").asString()).isEqualTo("SUBMITTED");

        publish(CredentialKind.PERSON_SD_JWT, SpecimenStatusList.INVALID);
        clock.advance(Duration.ofMinutes(1));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(revoked.state().get("state").asString()).isEqualTo("REFUSED"));
        assertThat(reasons(revoked.state())).containsExactly("DOCUMENT_NOT_GENUINE");
    }

    @Test
    void one_whose_list_is_not_to_be_had_goes_to_a_person_in_the_end() throws Exception {
        var applicant = shown(CredentialKind.DRIVING_LICENCE);
        assertThat(revocation(applicant)).isEqualTo("INCONCLUSIVE");
        int before = lists.requests(path);
        applicant.submit().expectStatus().isAccepted();
        await().atMost(PATIENCE).until(() -> lists.requests(path) > before);
        clock.advance(Duration.ofMinutes(6));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(applicant.state().get("state").asString()).isEqualTo("REVIEW"));
        assertThat(reasons(applicant.state())).containsExactly("DOCUMENT_DOUBTFUL");
    }

    @Test
    void a_consent_that_is_withdrawn_while_the_list_is_asked_does_not_bring_the_document_back() throws Exception {
        var applicant = shown(CredentialKind.PERSON_SD_JWT);
        int before = lists.requests(path);
        publish(CredentialKind.PERSON_SD_JWT, SpecimenStatusList.VALID);
        var gate = lists.hold();
        applicant.submit().expectStatus().isAccepted();
        await().atMost(PATIENCE).until(() -> lists.requests(path) > before);

        applicant.post("consent/withdrawal", Map.of()).expectStatus().isOk();
        gate.countDown();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                count("event_publication where serialized_event like '%' || :id || '%'", applicant))
                        .isZero());
        assertThat(count("evidence where application_id = :id::uuid", applicant))
                .isZero();
        assertThat(count("case_key where case_id = :id::uuid", applicant)).isZero();
    }

    @Test
    void a_consent_that_is_withdrawn_while_the_list_is_asked_keeps_the_portrait_from_being_looked_at()
            throws Exception {
        var applicant = TestApplicant.withConsent(http);
        var link = applicant.walletLink();
        int asked = faces.asked();
        var gate = lists.hold();
        try (var wallet = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = wallet.submit(() ->
                    TestWallet.ofAnna(http).listedAt(list().place(PLACE)).answer(link, CredentialKind.PERSON_SD_JWT));
            await().atMost(PATIENCE).until(() -> lists.requests(path) > 0);
            applicant.post("consent/withdrawal", Map.of()).expectStatus().isOk();
            gate.countDown();
            answer.get().expectStatus().isEqualTo(409);
        } finally {
            gate.countDown();
        }
        assertThat(faces.asked()).isEqualTo(asked);
        assertThat(count("evidence where application_id = :id::uuid", applicant))
                .isZero();
    }

    private int count(String rows, TestApplicant applicant) {
        return jdbc.sql("select count(*) from " + rows)
                .param("id", applicant.id)
                .query(Integer.class)
                .single();
    }

    /** Shown, confirmed, and with a selfie. */
    private TestApplicant shown(CredentialKind kind) throws Exception {
        var applicant = TestApplicant.withConsent(http);
        TestWallet.ofAnna(http)
                .listedAt(list().place(PLACE))
                .answer(applicant.walletLink(), kind)
                .expectStatus()
                .isOk();
        applicant.confirm(SpecimenWallets.FIELDS).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        return applicant;
    }

    private void publish(CredentialKind kind, int status) {
        var list = list().set(PLACE, status);
        var life = Life.around(clock.instant());
        var signer = SpecimenWallets.TRUSTED.statusIssuer();
        lists.publish(
                path,
                kind.format() == CredentialKind.Format.MDOC
                        ? list.cwt(signer, life, SpecimenWallets.RANDOM)
                        : list.jwt(signer, life).getBytes(US_ASCII));
    }

    private SpecimenStatusList list() {
        return new SpecimenStatusList(lists.url(path), 2, 800);
    }

    private static String revocation(TestApplicant applicant) {
        return applicant
                .whatWasRead()
                .get("checks")
                .valueStream()
                .filter(check -> check.get("code").asString().equals("CREDENTIAL_REVOCATION"))
                .map(check -> check.get("result").asString())
                .findFirst()
                .orElseThrow();
    }
}
