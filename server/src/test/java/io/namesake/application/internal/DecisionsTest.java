package io.namesake.application.internal;

import static io.namesake.application.TestApplicant.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.ApplicationRefused;
import io.namesake.application.ApplicationVerified;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.face.PresentationAttack.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a submitted application, with a face engine that finds what the test says. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
class DecisionsTest {

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    HeardEvents events;

    @Test
    void a_match_of_a_living_face_is_verified_logged_and_announced_and_all_evidence_is_erased() {
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        var applicant = complete();

        var application = applicant.decided();

        assertThat(application.get("state").asString()).isEqualTo("VERIFIED");
        assertThat(application.get("document").isNull()).isTrue();
        assertThat(application.get("selfie").isNull()).isTrue();
        assertThat(kindsKept(applicant)).isEmpty();
        assertThat(auditOf(applicant))
                .containsExactly(
                        "application.created",
                        "consent.given",
                        "application.submitted",
                        "evidence.erased",
                        "application.decided");
        assertThat(events.of(applicant.id))
                .hasOnlyElementsOfType(ApplicationVerified.class)
                .hasSize(1);
    }

    @Test
    void another_persons_face_is_refused_with_its_reason_and_all_evidence_is_erased() {
        faces.find(() -> ScriptedFaces.compared(1, Finding.LIVE));
        var applicant = complete();

        var application = applicant.decided();

        assertThat(application.get("state").asString()).isEqualTo("REFUSED");
        assertThat(reasons(application)).containsExactly("FACE_DOES_NOT_MATCH");
        assertThat(application.get("decision").get("imagesErasedAt").isNull()).isFalse();
        assertThat(kindsKept(applicant)).isEmpty();
        assertThat(events.of(applicant.id))
                .hasOnlyElementsOfType(ApplicationRefused.class)
                .hasSize(1);
    }

    @Test
    void an_expired_document_is_refused_and_no_face_is_compared() {
        var applicant = TestApplicant.withConsent(http);
        var fields = new HashMap<>(TestApplicant.FIELDS);
        fields.put("expiryDate", "2020-01-01");
        applicant.document(Pictures.DOCUMENT_OF_A, fields).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        int askedBefore = faces.asked();

        var application = applicant.decided();

        assertThat(reasons(application)).containsExactly("DOCUMENT_EXPIRED");
        assertThat(faces.asked()).isEqualTo(askedBefore);
    }

    @Test
    void a_birth_in_the_future_is_refused_as_a_mistake_in_the_fields() {
        var applicant = TestApplicant.withConsent(http);
        var fields = new HashMap<>(TestApplicant.FIELDS);
        fields.put("birthDate", "2098-01-01");
        applicant.document(Pictures.DOCUMENT_OF_A, fields).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(reasons(applicant.decided())).containsExactly("DOCUMENT_FIELDS_INVALID");
    }

    private TestApplicant complete() {
        var applicant = TestApplicant.withConsent(http);
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        return applicant;
    }

    private List<String> kindsKept(TestApplicant applicant) {
        return jdbc.sql("select kind from evidence where application_id = :id")
                .param("id", UUID.fromString(applicant.id))
                .query(String.class)
                .list();
    }

    private List<String> auditOf(TestApplicant applicant) {
        return jdbc.sql("select type from audit_entry where subject_id = :id and type not like 'line.%' order by seq")
                .param("id", applicant.id)
                .query(String.class)
                .list();
    }
}
