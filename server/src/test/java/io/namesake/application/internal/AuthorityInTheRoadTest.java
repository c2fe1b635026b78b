package io.namesake.application.internal;

import static io.namesake.application.TestApplicant.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.authority.sandbox.AuthoritySandbox;
import io.namesake.authority.sandbox.SandboxScript;
import io.namesake.face.PresentationAttack.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What becomes of an application when an authority is asked. The authority is the sandbox, over HTTP. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
class AuthorityInTheRoadTest {
    private static final AuthoritySandbox AUTHORITY = sandbox();

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    MovableClock clock;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry registry) {
        registry.add("namesake.authority.kind", () -> "HTTPS");
        registry.add("namesake.authority.url", AUTHORITY::url);
        registry.add("namesake.authority.request-timeout", () -> "30s");
    }

    @AfterAll
    static void stop() {
        AUTHORITY.close();
    }

    @Test
    void a_document_that_the_authority_confirms_is_verified_and_the_question_is_in_the_log() {
        var applicant = complete("GOOD");
        assertThat(applicant.decided().get("state").asString()).isEqualTo("VERIFIED");
        assertThat(auditOf(applicant))
                .containsSubsequence("consent.given", "authority.asked", "authority.answered", "application.decided");
        assertThat(detailsOf(applicant)).doesNotContain("Muster").doesNotContain("1990");
    }

    @Test
    void a_document_that_the_register_contradicts_is_refused_with_its_reason_and_a_way_to_a_person() {
        var applicant = complete("WRONG");
        var application = applicant.decided();
        assertThat(application.get("state").asString()).isEqualTo("REFUSED");
        assertThat(reasons(application)).containsExactly("AUTHORITY_MISMATCH");
        applicant.attendedCheck().expectStatus().is2xxSuccessful();
        assertThat(applicant.state().get("state").asString()).isEqualTo("REVIEW");
    }

    @Test
    void a_document_that_the_register_does_not_know_goes_to_a_person() {
        var application = complete("NEW").decided();
        assertThat(application.get("state").asString()).isEqualTo("REVIEW");
        assertThat(reasons(application)).containsExactly("AUTHORITY_UNKNOWN");
    }

    @Test
    void an_authority_that_is_silent_for_a_while_is_asked_again_and_no_face_is_compared_twice() {
        var applicant = complete("LATER");
        int before = faces.asked();
        applicant.submit().expectStatus().isAccepted();
        await().untilAsserted(() -> assertThat(auditOf(applicant)).contains("authority.answered"));
        assertThat(applicant.state().get("state").asString()).isEqualTo("SUBMITTED");
        clock.advance(Duration.ofMinutes(1));
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() ->
                        assertThat(applicant.state().get("state").asString()).isEqualTo("VERIFIED"));
        assertThat(faces.asked() - before).isEqualTo(1);
    }

    @Test
    void an_authority_that_stays_silent_sends_the_application_to_a_person() {
        var applicant = complete("DOWN");
        applicant.submit().expectStatus().isAccepted();
        await().untilAsserted(() -> assertThat(auditOf(applicant)).contains("authority.answered"));
        clock.advance(Duration.ofMinutes(6));
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() ->
                        assertThat(applicant.state().get("state").asString()).isEqualTo("REVIEW"));
        assertThat(reasons(applicant.state())).containsExactly("AUTHORITY_UNAVAILABLE");
    }

    @Test
    void a_slow_answer_to_one_question_does_not_hold_up_other_applications() {
        var slow = complete("SLOW");
        slow.submit().expectStatus().isAccepted();
        await().untilAsserted(() -> assertThat(auditOf(slow)).contains("authority.asked"));
        assertThat(complete("GOOD").decided().get("state").asString()).isEqualTo("VERIFIED");
        assertThat(slow.state().get("state").asString()).isEqualTo("SUBMITTED");
    }

    @Test
    void somebody_elses_face_is_no_reason_to_tell_an_authority_about_the_document() {
        faces.find(() -> ScriptedFaces.compared(1, Finding.LIVE));
        try {
            var applicant = complete("GOOD");
            assertThat(reasons(applicant.decided())).containsExactly("FACE_DOES_NOT_MATCH");
            assertThat(auditOf(applicant)).doesNotContain("authority.asked");
        } finally {
            faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        }
    }

    @Test
    void nothing_is_asked_about_somebody_who_agreed_to_other_words() {
        var applicant = complete("GOOD");
        jdbc.sql("update consent set text_version = '1-00000000' where application_id = :id")
                .param("id", UUID.fromString(applicant.id))
                .update();
        var application = applicant.decided();
        assertThat(reasons(application)).containsExactly("AUTHORITY_UNAVAILABLE");
        assertThat(auditOf(applicant)).doesNotContain("authority.asked");
    }

    @Test
    void a_consent_that_is_withdrawn_while_the_authority_is_asked_leaves_nothing_of_the_faces_behind() {
        var applicant = complete("TARDY");
        applicant.submit().expectStatus().isAccepted();
        await().untilAsserted(() -> assertThat(auditOf(applicant)).contains("authority.asked"));

        applicant.post("consent/withdrawal", Map.of()).expectStatus().isOk();

        await().untilAsserted(() -> assertThat(auditOf(applicant)).contains("authority.answered"));
        await().untilAsserted(() -> assertThat(publications(applicant)).isZero());
        assertThat(kept(applicant)).isZero();
    }

    @Test
    void nothing_is_asked_about_somebody_whose_consent_is_withdrawn_while_faces_are_compared() throws Exception {
        var looking = new CountDownLatch(1);
        var withdrawn = new CountDownLatch(1);
        faces.find(() -> {
            looking.countDown();
            await().until(() -> withdrawn.getCount() == 0);
            return ScriptedFaces.compared(9, Finding.LIVE);
        });
        try {
            var applicant = complete("GOOD");
            applicant.submit().expectStatus().isAccepted();
            looking.await();
            applicant.post("consent/withdrawal", Map.of()).expectStatus().isOk();
            withdrawn.countDown();

            await().untilAsserted(() -> assertThat(publications(applicant)).isZero());
            assertThat(auditOf(applicant)).doesNotContain("authority.asked");
        } finally {
            faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        }
    }

    private int publications(TestApplicant applicant) {
        return jdbc.sql("select count(*) from event_publication where serialized_event like :id")
                .param("id", "%" + applicant.id + "%")
                .query(Integer.class)
                .single();
    }

    /** Pieces of evidence, and keys that could seal more. */
    private int kept(TestApplicant applicant) {
        return jdbc.sql("""
                        select (select count(*) from evidence where application_id = :id)
                             + (select count(*) from case_key where case_id = :id)
                        """)
                .param("id", UUID.fromString(applicant.id))
                .query(Integer.class)
                .single();
    }

    private TestApplicant complete(String prefix) {
        var applicant = TestApplicant.withConsent(http);
        var fields = new HashMap<String, Object>(TestApplicant.FIELDS);
        fields.put("documentNumber", prefix + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000));
        applicant.document(Pictures.DOCUMENT_OF_A, fields).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        return applicant;
    }

    private static AuthoritySandbox sandbox() {
        var script = """
                rules:
                  - { number: "WRONG*", reply: { answer: MISMATCH, differs: [BIRTH_DATE] } }
                  - { number: "NEW*", reply: { answer: UNKNOWN } }
                  - { number: "LATER*", times: 1, reply: { status: 503, retry-after: 5 } }
                  - { number: "DOWN*", reply: { status: 503 } }
                  - { number: "TARDY*", reply: { status: 503, after-seconds: 3 } }
                  - { number: "SLOW*", reply: { answer: MATCH, after-seconds: 25 } }
                """;
        try {
            return AuthoritySandbox.start(
                    0,
                    SandboxScript.parse(script.getBytes(StandardCharsets.UTF_8)),
                    Optional.empty(),
                    Optional.empty(),
                    _ -> {});
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }

    private List<String> auditOf(TestApplicant applicant) {
        return jdbc.sql("select type from audit_entry where subject_id = :id order by seq")
                .param("id", applicant.id)
                .query(String.class)
                .list();
    }

    private String detailsOf(TestApplicant applicant) {
        return jdbc.sql("select string_agg(details::text, ' ') from audit_entry where subject_id = :id")
                .param("id", applicant.id)
                .query(String.class)
                .single();
    }
}
