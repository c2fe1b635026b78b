package io.namesake.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole road over HTTP, with real pictures and the real networks. */
@NamesakeTest
class RealFacesTest {

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_person_of_the_document_is_verified_and_the_line_becomes_active() {
        var applicant = TestApplicant.withConsent(http);
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();

        var application = applicant.decided();

        assertThat(application.get("state").asString()).isEqualTo("VERIFIED");
        assertThat(application.get("decision").get("reasons")).isEmpty();
        assertThat(application.get("decision").get("imagesErasedAt").isNull()).isFalse();
        http.operator()
                .get()
                .uri("/v1/lines/" + applicant.line)
                .exchange()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("ACTIVE")
                .jsonPath("$.applicationId")
                .isEqualTo(applicant.id);
        assertThat(piecesOfEvidence(applicant)).isZero();
    }

    @Test
    void a_selfie_of_another_person_is_refused_and_the_line_stays_pending() {
        var applicant = TestApplicant.withConsent(http);
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_D).expectStatus().isOk();

        var application = applicant.decided();

        assertThat(application.get("state").asString()).isEqualTo("REFUSED");
        var reason = application.get("decision").get("reasons").get(0);
        assertThat(reason.get("code").asString()).isEqualTo("FACE_DOES_NOT_MATCH");
        assertThat(reason.get("nextStep").asString()).contains("trained person");
        http.operator()
                .get()
                .uri("/v1/lines/" + applicant.line)
                .exchange()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("PENDING");
        assertThat(piecesOfEvidence(applicant)).isZero();
    }

    @Test
    void an_uploaded_picture_comes_back_as_measures_of_its_face_and_never_as_a_picture() {
        var applicant = TestApplicant.withConsent(http);
        applicant
                .document(Pictures.DOCUMENT_OF_A)
                .expectBody()
                .jsonPath("$.document.face.eyeDistancePixels")
                .isNumber()
                .jsonPath("$.document.face.box.width")
                .isNumber()
                .jsonPath("$.selfie")
                .isEmpty();
        assertThat(piecesOfEvidence(applicant)).isEqualTo(3);
    }

    @Test
    void a_live_frame_is_assessed_and_not_kept() {
        var applicant = TestApplicant.withConsent(http);
        applicant
                .assess(Pictures.SELFIE_OF_A)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.usable")
                .isEqualTo(true)
                .jsonPath("$.face.box.x")
                .isNumber();
        assertThat(piecesOfEvidence(applicant)).isZero();
    }

    private int piecesOfEvidence(TestApplicant applicant) {
        return jdbc.sql("select count(*) from evidence where application_id = :id")
                .param("id", UUID.fromString(applicant.id))
                .query(Integer.class)
                .single();
    }
}
