package io.namesake.application.internal;

import static io.namesake.application.internal.RoadTest.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.crypto.CaseKeyGone;
import io.namesake.crypto.CaseKeys;
import io.namesake.crypto.CaseRef;
import io.namesake.face.PresentationAttack.Finding;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Promise 2: a consent can be taken back, and what it was given for goes at once. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
class ConsentWithdrawalTest {

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    CaseKeys keys;

    @Autowired
    MeterRegistry metrics;

    @Test
    void before_the_submission_everything_is_erased_at_once_and_a_person_looks_instead() {
        var applicant = complete();
        var copy = jdbc.sql("select sealed from evidence where application_id = :id and kind = 'SELFIE_IMAGE'")
                .param("id", id(applicant))
                .query((row, index) -> row.getBytes("sealed"))
                .single();

        withdraw(applicant)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("REVIEW")
                .jsonPath("$.consent.withdrawnAt")
                .isNotEmpty()
                .jsonPath("$.attendedCheck.requestedAt")
                .isNotEmpty()
                .jsonPath("$.decision.reasons[0].code")
                .isEqualTo("ATTENDED_CHECK_REQUESTED");

        assertThat(evidence(applicant)).isZero();
        assertThat(audit(applicant)).containsSubsequence("consent.withdrawn", "evidence.erased", "application.decided");
        assertThatThrownBy(() -> keys.open(new CaseRef("application", id(applicant)), copy, new byte[0]))
                .isInstanceOf(CaseKeyGone.class);
        problem(applicant.selfie(Pictures.SELFIE_OF_A), 409, "already-submitted");
    }

    @Test
    void while_a_person_is_to_decide_the_pictures_that_were_kept_for_them_go() {
        faces.find(() -> ScriptedFaces.compared(4, Finding.LIVE));
        var applicant = complete();
        applicant.decided();
        assertThat(evidence(applicant)).isPositive();

        withdraw(applicant)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("REVIEW");

        assertThat(evidence(applicant)).isZero();
    }

    @Test
    void while_the_decision_is_being_made_it_is_not_made_any_more() throws Exception {
        var looking = new CountDownLatch(1);
        var withdrawn = new CountDownLatch(1);
        faces.find(() -> {
            looking.countDown();
            await(withdrawn);
            return ScriptedFaces.compared(9, Finding.LIVE);
        });
        var applicant = complete();
        applicant.submit().expectStatus().isAccepted();
        looking.await();

        withdraw(applicant).expectStatus().isOk();
        withdrawn.countDown();

        Awaitility.await()
                .untilAsserted(() -> assertThat(publications(applicant)).isZero());
        assertThat(applicant.state().get("state").asString()).isEqualTo("REVIEW");
        assertThat(evidence(applicant)).isZero();
    }

    @Test
    void a_comparison_that_waits_for_its_turn_is_not_made_any_more() {
        int threads = Runtime.getRuntime().availableProcessors();
        var turn = new CountDownLatch(1);
        faces.find(() -> {
            await(turn);
            return ScriptedFaces.compared(9, Finding.LIVE);
        });
        var before = Stream.generate(this::complete).limit(threads).toList();
        var waiting = complete();
        int asked = faces.asked();
        try {
            before.forEach(applicant -> applicant.submit().expectStatus().isAccepted());
            Awaitility.await().until(() -> faces.asked() == asked + threads);
            waiting.submit().expectStatus().isAccepted();
            Awaitility.await()
                    .until(() -> metrics.get("namesake.faces.decisions.waiting")
                                    .gauge()
                                    .value()
                            == 1);

            withdraw(waiting).expectStatus().isOk();
        } finally {
            turn.countDown();
        }

        Awaitility.await().untilAsserted(() -> assertThat(publications(waiting)).isZero());
        assertThat(faces.asked()).isEqualTo(asked + threads);
    }

    @Test
    void whoever_asks_for_a_piece_while_its_key_goes_finds_nothing_and_no_error() {
        var applicant = complete();
        // As it looks between reading the row and reading the key, when a decision erases both at that moment.
        jdbc.sql("delete from case_key where case_id = :id")
                .param("id", id(applicant))
                .update();
        assertThat(applicant.state().get("selfie").isNull()).isTrue();
    }

    @Test
    void taking_it_back_twice_changes_nothing() {
        var applicant = complete();
        var first = withdraw(applicant).expectBody(String.class).returnResult().getResponseBody();
        var second = withdraw(applicant).expectBody(String.class).returnResult().getResponseBody();
        assertThat(second).isEqualTo(first);
        assertThat(audit(applicant)).containsOnlyOnce("consent.withdrawn");
    }

    @Test
    void what_was_never_given_or_has_done_its_work_cannot_be_taken_back() {
        problem(withdraw(TestApplicant.withSession(http)), 409, "consent-required");
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        var verified = complete();
        verified.decided();
        problem(withdraw(verified), 409, "already-submitted");
    }

    @Test
    void the_words_that_were_agreed_to_can_be_read_as_they_were() {
        var applicant = TestApplicant.withConsent(http);
        var version = applicant.state().get("consent").get("textVersion").asString();
        var current = text("current");
        assertThat(text(version)).isEqualTo(current);
        // A text of long ago, which this server no longer shows.
        jdbc.sql("""
                        insert into consent_text (sha256, version, language, content, shown_since)
                        select 'old', '1-00000000', language, replace(content, version, '1-00000000'), shown_since
                        from consent_text where language = 'en'
                        """).update();
        assertThat(text("1-00000000")).contains("1-00000000").hasSameSizeAs(current);
        problem(
                http.anyone()
                        .get()
                        .uri("/v1/consent-texts/1-ffffffff?locale=en")
                        .exchange(),
                404,
                "not-found");
    }

    private String text(String version) {
        return http.anyone()
                .get()
                .uri("/v1/consent-texts/" + version + "?locale=en")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private TestApplicant complete() {
        var applicant = TestApplicant.withConsent(http);
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        return applicant;
    }

    private static RestTestClient.ResponseSpec withdraw(TestApplicant applicant) {
        return applicant.post("consent/withdrawal", Map.of());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int publications(TestApplicant applicant) {
        return jdbc.sql("select count(*) from event_publication where serialized_event like :id")
                .param("id", "%" + applicant.id + "%")
                .query(Integer.class)
                .single();
    }

    private int evidence(TestApplicant applicant) {
        return jdbc.sql("select count(*) from evidence where application_id = :id")
                .param("id", id(applicant))
                .query(Integer.class)
                .single();
    }

    private List<String> audit(TestApplicant applicant) {
        return jdbc.sql("select type from audit_entry where subject_id = :id order by seq")
                .param("id", applicant.id)
                .query(String.class)
                .list();
    }

    private static UUID id(TestApplicant applicant) {
        return UUID.fromString(applicant.id);
    }
}
