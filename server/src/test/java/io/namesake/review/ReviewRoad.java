package io.namesake.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.TestOperator;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.application.internal.ScriptedFaces;
import io.namesake.face.PresentationAttack.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What the tests of reviews share: applicants whose cases wait for a person, and looks into the tables. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
abstract class ReviewRoad {
    static final Map<String, Object> ATTESTATION = Map.of(
            "document", "PASSPORT",
            "familyName", "Muster",
            "givenNames", "Erika",
            "documentNumber", "C01X00T47",
            "birthDate", "1990-05-17",
            "expiryDate", "2099-12-31",
            "examined", List.of("SECURITY_FEATURES", "ULTRAVIOLET_LIGHT"),
            "personIsHolder", true);

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    MovableClock clock;

    /** The faces are neither clearly alike nor clearly different. */
    TestApplicant doubtful() {
        faces.find(() -> ScriptedFaces.compared(4, Finding.LIVE));
        return inReview();
    }

    /** The selfie may be a picture of a picture: a refusal needs four eyes. */
    TestApplicant suspected() {
        faces.find(() -> ScriptedFaces.compared(4, Finding.SUSPECTED));
        return inReview();
    }

    TestApplicant attended() {
        var applicant = TestApplicant.withSession(http);
        applicant.attendedCheck().expectStatus().isOk();
        caseOf(applicant);
        return applicant;
    }

    private TestApplicant inReview() {
        var applicant = TestApplicant.withConsent(http);
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(applicant.decided().get("state").asString()).isEqualTo("REVIEW");
        caseOf(applicant);
        return applicant;
    }

    /** Its open case, once the event was heard. */
    String caseOf(TestApplicant applicant) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> jdbc.sql("""
                                        select id::text from review_case
                                        where application_id = :id and stage not in ('DECIDED', 'WITHDRAWN')
                                        """)
                                .param("id", UUID.fromString(applicant.id))
                                .query(String.class)
                                .optional(),
                        Optional::isPresent)
                .orElseThrow();
    }

    String codeOf(TestApplicant applicant) {
        return http.bearer(applicant.sessionToken)
                .get()
                .uri("/v1/applications/" + applicant.id + "/appointment")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("code")
                .asString();
    }

    /** A reviewer who works on the case and may look. */
    TestStaff looking(String id) {
        var reviewer = TestStaff.of(http, "REVIEWER");
        reviewer.lock(id).expectStatus().isOk();
        reviewer.look(id).expectStatus().isCreated();
        return reviewer;
    }

    /** A tenant of its own. */
    RestTestClient anotherOperator() {
        return http.bearer(TestOperator.another(jdbc, UUID.randomUUID(), "Other Telecom"));
    }

    List<String> auditOf(String id) {
        return jdbc.sql("select type from audit_entry where subject_id = :id order by seq")
                .param("id", id)
                .query(String.class)
                .list();
    }

    String stored(String id, String column) {
        return jdbc.sql("select " + column + " from review_case where id = :id::uuid")
                .param("id", id)
                .query(String.class)
                .single();
    }

    int evidenceOf(TestApplicant applicant) {
        return jdbc.sql("select count(*) from evidence where application_id = :id::uuid")
                .param("id", applicant.id)
                .query(Integer.class)
                .single();
    }

    String lineStatus(TestApplicant applicant) {
        return jdbc.sql("select status from line where identifier = :line")
                .param("line", applicant.line)
                .query(String.class)
                .single();
    }

    static List<String> reasons(JsonNode application) {
        return application
                .at("/decision/reasons")
                .valueStream()
                .map(reason -> reason.get("code").asString())
                .toList();
    }
}
