package io.namesake.review;

import static io.namesake.review.TestStaff.assertProblem;
import static io.namesake.review.TestStaff.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.application.TestApplicant;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The way without a face scan (promise 2): an agent sees person and document, and no face is processed by machine. */
class AttendedReviewTest extends ReviewRoad {

    @Test
    void an_agent_opens_the_case_by_the_applicants_code_and_attests_and_no_face_was_looked_at_by_machine() {
        int asked = faces.asked();
        var applicant = attended();
        var agent = TestStaff.of(http, "AGENT");

        var met = body(agent.meet(codeOf(applicant).toLowerCase(Locale.ROOT)));
        var id = met.get("id").asString();
        assertThat(met.get("kind").asString()).isEqualTo("ATTENDED");
        assertThat(met.get("lockedUntil").isNull()).isFalse();
        agent.attest(id, ATTESTATION).expectStatus().isNoContent();

        assertThat(applicant.state().get("state").asString()).isEqualTo("VERIFIED");
        assertThat(lineStatus(applicant)).isEqualTo("ACTIVE");
        assertThat(faces.asked()).isEqualTo(asked);
        assertThat(jdbc.sql("""
                                select source || ' ' || document || ' ' || strength || ' ' || examined from persons_decision
                                where application_id = :id::uuid
                                """).param("id", applicant.id).query(String.class).single())
                .isEqualTo("ATTENDED PASSPORT FAIR SECURITY_FEATURES,ULTRAVIOLET_LIGHT");
        assertThat(jdbc.sql(
                                "select count(*) from review_opinion where sealed_attestation is not null and case_id = :id::uuid")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(auditOf(id)).containsExactly("review.opened", "review.met", "review.found");
        assertProblem(agent.meet("ACDE-FGHJ"), "appointment-unknown");
    }

    @Test
    void an_attended_case_is_in_nobodys_queue_and_nobody_decides_it_without_the_applicant() {
        var applicant = attended();
        var id = caseOf(applicant);
        var both = TestStaff.of(http, "AGENT", "REVIEWER");
        assertProblem(both.lock(id), "appointment-required");
        assertProblem(both.attest(id, ATTESTATION), "case-lock-required");
        assertProblem(both.decide(id, "FACES_DIFFER"), "case-lock-required");
        both.meet(codeOf(applicant)).expectStatus().isOk();
        assertProblem(both.look(id), "case-closed");
    }

    @Test
    void an_applicant_whose_pictures_wait_may_come_to_a_shop_instead() {
        var applicant = doubtful();
        var agent = TestStaff.of(http, "AGENT");
        var id = body(agent.meet(codeOf(applicant))).get("id").asString();
        agent.picture(id, "SELFIE").expectStatus().isForbidden();
        assertProblem(agent.decide(id, "FACES_DIFFER"), "request-invalid");
        agent.attest(id, ATTESTATION).expectStatus().isNoContent();
        assertThat(applicant.state().get("state").asString()).isEqualTo("VERIFIED");
        assertThat(evidenceOf(applicant)).isZero();
    }

    @Test
    void an_agent_who_sees_another_person_refuses_and_somebody_else_looks_the_next_time() {
        var applicant = attended();
        var agent = TestStaff.of(http, "AGENT");
        var id = body(agent.meet(codeOf(applicant))).get("id").asString();
        assertProblem(agent.decide(id, "IDENTITY_CONFIRMED"), "request-invalid");
        assertProblem(agent.decide(id, "IDENTITY_ATTESTED"), "request-invalid");
        agent.decide(id, "PERSON_DIFFERS").expectStatus().isNoContent();
        assertThat(reasons(applicant.state())).containsExactly("PERSON_NOT_CONFIRMED");

        applicant.attendedCheck().expectStatus().isOk();
        caseOf(applicant);
        var code = codeOf(applicant);
        assertProblem(agent.meet(code), "another-person-required");
        var other = TestStaff.of(http, "AGENT");
        other.attest(body(other.meet(code)).get("id").asString(), ATTESTATION)
                .expectStatus()
                .isNoContent();
        assertThat(applicant.state().get("state").asString()).isEqualTo("VERIFIED");
    }

    @Test
    void what_is_not_attested_in_full_verifies_nobody() {
        var applicant = attended();
        var agent = TestStaff.of(http, "AGENT");
        var id = body(agent.meet(codeOf(applicant))).get("id").asString();
        for (var wrong : List.<Map<String, Object>>of(
                Map.of("personIsHolder", false),
                Map.of("examined", List.of("MAGNIFIER")),
                Map.of("expiryDate", "2020-01-01"),
                Map.of("birthDate", "2098-01-01"),
                Map.of("documentNumber", "!"),
                Map.of("document", "LIBRARY_CARD"))) {
            var attestation = new HashMap<>(ATTESTATION);
            attestation.putAll(wrong);
            assertProblem(agent.attest(id, attestation), "request-invalid");
        }
        assertThat(applicant.state().get("state").asString()).isEqualTo("REVIEW");
        // Nothing of it was kept, so the right one still counts.
        agent.attest(id, ATTESTATION).expectStatus().isNoContent();
    }

    @Test
    void whoever_tries_codes_out_is_stopped_even_with_the_right_one_and_only_for_a_while() {
        var applicant = attended();
        var code = codeOf(applicant);
        var agent = TestStaff.of(http, "AGENT");
        for (int i = 0; i < 5; i++) {
            assertProblem(agent.meet(i % 2 == 0 ? "ACDE-FGHJ" : "nonsense"), "appointment-unknown");
        }
        agent.meet(code).expectStatus().isEqualTo(429).expectHeader().exists("Retry-After");
        // Another agent is not stopped by it.
        TestStaff.of(http, "REVIEWER").meet(code).expectStatus().isForbidden();
        clock.advance(Duration.ofMinutes(15));
        agent.meet(code).expectStatus().isOk();
    }

    @Test
    void a_code_opens_nothing_for_another_operators_agent() {
        var code = codeOf(attended());
        assertProblem(TestStaff.of(http, anotherOperator(), "AGENT").meet(code), "appointment-unknown");
    }

    @Test
    void only_the_applicants_own_session_has_the_code() {
        var applicant = attended();
        var other = TestApplicant.withSession(http);
        assertProblem(
                http.bearer(other.sessionToken)
                        .get()
                        .uri("/v1/applications/" + applicant.id + "/appointment")
                        .exchange(),
                "appointment-unknown");
        http.operator()
                .get()
                .uri("/v1/applications/" + applicant.id + "/appointment")
                .exchange()
                .expectStatus()
                .isForbidden();
    }
}
