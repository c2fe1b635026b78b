package io.namesake.review;

import static io.namesake.review.TestStaff.assertProblem;
import static io.namesake.review.TestStaff.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.application.TestApplicant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reviewers decide by pictures, over HTTP: who sees what, for how long, and what becomes of it. */
class ReviewByPicturesTest extends ReviewRoad {

    @Test
    void what_a_machine_could_not_decide_opens_one_case_that_names_nobody() {
        var applicant = doubtful();
        var id = caseOf(applicant);
        var shown = body(TestStaff.of(http, "REVIEWER").lock(id));

        assertThat(shown.get("kind").asString()).isEqualTo("PICTURES");
        assertThat(shown.get("skill").asString()).isEqualTo("GENERAL");
        assertThat(shown.get("reasons").get(0).asString()).isEqualTo("FACE_MATCH_INCONCLUSIVE");
        assertThat(shown.toString()).doesNotContain(applicant.id, applicant.line, "Muster");
        assertThat(jdbc.sql("select count(*) from review_case where application_id = :id::uuid")
                        .param("id", applicant.id)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void whoever_confirms_the_identity_activates_the_line_and_the_evidence_is_gone() {
        var applicant = doubtful();
        var id = caseOf(applicant);
        var reviewer = looking(id);

        reviewer.decide(id, "IDENTITY_CONFIRMED").expectStatus().isNoContent();

        assertThat(applicant.state().get("state").asString()).isEqualTo("VERIFIED");
        assertThat(lineStatus(applicant)).isEqualTo("ACTIVE");
        assertThat(evidenceOf(applicant)).isZero();
        assertProblem(reviewer.picture(id, "SELFIE"), "case-closed");
        assertProblem(reviewer.decide(id, "FACES_DIFFER"), "case-closed");
        assertThat(stored(id, "outcome")).isEqualTo("VERIFIED");
        assertThat(auditOf(applicant.id)).endsWith("evidence.erased", "application.decided");
        assertThat(jdbc.sql("""
                                select details::text from audit_entry
                                where subject_id = :id and type = 'application.decided' order by seq desc limit 1
                                """).param("id", applicant.id).query(String.class).single())
                .contains("REVIEWER", id, reviewer.id)
                .doesNotContain("Muster");
    }

    @ParameterizedTest
    @CsvSource({
        "FACES_DIFFER,         FACE_DOES_NOT_MATCH",
        "DOCUMENT_NOT_GENUINE, DOCUMENT_NOT_GENUINE",
        "FIELDS_DIFFER,        DOCUMENT_FIELDS_INVALID"
    })
    void a_refusal_has_a_reason_of_the_closed_list_and_the_way_to_somebody_who_sees_the_applicant(
            String code, String reason) {
        var applicant = doubtful();
        var id = caseOf(applicant);
        looking(id).decide(id, code).expectStatus().isNoContent();

        assertThat(reasons(applicant.state())).containsExactly(reason);
        assertThat(evidenceOf(applicant)).isZero();
        assertThat(applicant.state().get("mayAskForPerson").asBoolean()).isTrue();
        applicant.attendedCheck().expectStatus().isOk();
        var again = caseOf(applicant);
        assertThat(again).isNotEqualTo(id);
        assertThat(stored(again, "kind")).isEqualTo("ATTENDED");
    }

    @Test
    void pictures_that_do_not_tell_refuse_nobody_and_are_erased() {
        var applicant = doubtful();
        var id = caseOf(applicant);
        looking(id).decide(id, "SELFIE_NOT_LIVE").expectStatus().isNoContent();

        var application = applicant.state();
        assertThat(application.get("state").asString()).isEqualTo("REVIEW");
        assertThat(reasons(application)).containsExactly("ATTENDED_CHECK_NEEDED");
        assertThat(evidenceOf(applicant)).isZero();
        assertThat(stored(id, "kind")).isEqualTo("ATTENDED");
        assertThat(caseOf(applicant)).isEqualTo(id);
    }

    @Test
    void a_refusal_on_a_suspicion_takes_four_eyes_and_no_two_of_them_are_the_same_persons() {
        var applicant = suspected();
        var id = caseOf(applicant);
        var first = looking(id);
        first.decide(id, "FACES_DIFFER").expectStatus().isNoContent();

        assertThat(applicant.state().get("state").asString()).isEqualTo("REVIEW");
        assertThat(evidenceOf(applicant)).isPositive();
        assertProblem(first.lock(id), "another-person-required");
        assertThat(body(first.get("")).get("next").toString()).doesNotContain(id);

        var second = looking(id);
        second.decide(id, "FACES_DIFFER").expectStatus().isNoContent();
        assertThat(applicant.state().get("state").asString()).isEqualTo("REFUSED");
        assertThat(reasons(applicant.state())).containsExactly("FACE_DOES_NOT_MATCH");
    }

    @Test
    void who_disagrees_is_settled_by_a_third_whom_the_supervisor_has_named() {
        var applicant = suspected();
        var id = caseOf(applicant);
        var first = looking(id);
        first.decide(id, "FACES_DIFFER").expectStatus().isNoContent();
        looking(id).decide(id, "IDENTITY_CONFIRMED").expectStatus().isNoContent();
        assertThat(applicant.state().get("state").asString()).isEqualTo("REVIEW");

        var supervisor = TestStaff.of(http, "SUPERVISOR");
        assertThat(body(supervisor.get("")).get("disputed").asInt()).isPositive();
        var third = TestStaff.of(http, "REVIEWER");
        assertProblem(third.lock(id), "another-person-required");
        assertProblem(supervisor.put("/" + id + "/assignee", Map.of("staffId", first.id)), "another-person-required");
        supervisor
                .put("/" + id + "/assignee", Map.of("staffId", third.id))
                .expectStatus()
                .isOk();
        third.lock(id).expectStatus().isOk();
        third.decide(id, "IDENTITY_CONFIRMED").expectStatus().isNoContent();
        assertThat(applicant.state().get("state").asString()).isEqualTo("VERIFIED");
    }

    @Test
    void a_line_that_another_verified_person_got_stays_theirs() {
        var applicant = doubtful();
        var rival = TestApplicant.withSession(http, applicant.line);
        rival.attendedCheck().expectStatus().isOk();
        var agent = TestStaff.of(http, "AGENT");
        caseOf(rival);
        agent.attest(body(agent.meet(codeOf(rival))).get("id").asString(), ATTESTATION)
                .expectStatus()
                .isNoContent();

        var id = caseOf(applicant);
        var reviewer = looking(id);
        assertProblem(reviewer.decide(id, "IDENTITY_CONFIRMED"), "line-taken");
        assertThat(applicant.state().get("state").asString()).isEqualTo("REVIEW");
        reviewer.decide(id, "LINE_HELD_BY_ANOTHER").expectStatus().isNoContent();
        assertThat(reasons(applicant.state())).containsExactly("LINE_HELD_BY_ANOTHER");
    }
}
