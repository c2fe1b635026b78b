package io.namesake.review;

import static io.namesake.review.TestStaff.assertProblem;
import static io.namesake.review.TestStaff.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.application.internal.ScriptedFaces;
import io.namesake.face.PresentationAttack.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who has as many lines as the rules allow gets one more by a person who was told, on every road to one. */
class ReviewAtTheLineLimitTest extends ReviewRoad {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Map<String, Object> attestation;

    @BeforeEach
    void somebody_has_three_lines_out_of_a_range_of_which_nobody_has_more() {
        attestation = new HashMap<>(ATTESTATION);
        attestation.put("documentNumber", "L" + (1_000_000 + NUMBER.incrementAndGet()));
        for (int i = 0; i < 3; i++) {
            var applicant = attended();
            var agent = TestStaff.of(http, "AGENT");
            agent.attest(met(agent, applicant), attestation).expectStatus().isNoContent();
        }
    }

    @Test
    void an_agent_who_meets_the_limit_is_told_and_the_next_attestation_is_an_exception() {
        var applicant = attended();
        var agent = TestStaff.of(http, "AGENT");
        var id = met(agent, applicant);

        assertProblem(agent.attest(id, attestation), "line-limit-reached");

        assertThat(applicant.state().get("state").asString()).isEqualTo("REVIEW");
        assertThat(reasons(applicant.state())).containsExactly("ATTENDED_CHECK_REQUESTED", "LINE_LIMIT_REACHED");
        assertThat(shownReasons(agent, applicant)).contains("LINE_LIMIT_REACHED");
        assertThat(auditOf(id)).contains("review.line-limit-reached").doesNotContain("review.found");

        agent.attest(id, attestation).expectStatus().isNoContent();
        assertThat(applicant.state().get("state").asString()).isEqualTo("VERIFIED");
        assertThat(lineStatus(applicant)).isEqualTo("ACTIVE");
        assertThat(jdbc.sql(
                                "select outcome from application_decision where application_id = :id::uuid order by outcome")
                        .param("id", applicant.id)
                        .query(String.class)
                        .list())
                .containsExactly("REVIEW", "VERIFIED");
    }

    @Test
    void a_reviewer_who_meets_the_limit_is_told_and_the_next_finding_is_an_exception() {
        faces.find(() -> ScriptedFaces.compared(4, Finding.LIVE));
        var applicant = withDocument();
        var id = caseOf(applicant);
        var reviewer = looking(id);

        assertProblem(reviewer.decide(id, "IDENTITY_CONFIRMED"), "line-limit-reached");

        assertThat(stored(id, "reasons")).isEqualTo("FACE_MATCH_INCONCLUSIVE,LINE_LIMIT_REACHED");
        assertThat(evidenceOf(applicant)).isPositive();
        reviewer.decide(id, "IDENTITY_CONFIRMED").expectStatus().isNoContent();
        assertThat(applicant.state().get("state").asString()).isEqualTo("VERIFIED");
    }

    @Test
    void a_limit_that_the_machine_met_is_known_to_the_agent_whom_a_reviewer_passes_the_case_on_to() {
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        var applicant = withDocument();
        assertThat(reasons(applicant.state())).containsExactly("LINE_LIMIT_REACHED");
        var id = caseOf(applicant);
        looking(id).decide(id, "PICTURES_DO_NOT_TELL").expectStatus().isNoContent();

        assertThat(reasons(applicant.state())).containsExactly("LINE_LIMIT_REACHED", "ATTENDED_CHECK_NEEDED");
        attestAtOnce(applicant);
    }

    @Test
    void a_limit_that_the_machine_met_is_known_after_the_consent_was_withdrawn() {
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        var applicant = withDocument();
        caseOf(applicant);
        applicant.post("consent/withdrawal", Map.of()).expectStatus().isOk();

        assertThat(reasons(applicant.state())).containsExactly("ATTENDED_CHECK_REQUESTED", "LINE_LIMIT_REACHED");
        attestAtOnce(applicant);
    }

    private void attestAtOnce(TestApplicant applicant) {
        var agent = TestStaff.of(http, "AGENT");
        assertThat(shownReasons(agent, applicant)).contains("LINE_LIMIT_REACHED");
        agent.attest(met(agent, applicant), attestation).expectStatus().isNoContent();
        assertThat(applicant.state().get("state").asString()).isEqualTo("VERIFIED");
    }

    @Override
    TestApplicant attended() {
        var applicant = TestApplicant.withSession(http, scarceNumber());
        applicant.attendedCheck().expectStatus().isOk();
        caseOf(applicant);
        return applicant;
    }

    private TestApplicant withDocument() {
        var fields = new HashMap<>(TestApplicant.FIELDS);
        fields.put("documentNumber", attestation.get("documentNumber").toString());
        var applicant = TestApplicant.withSession(http, scarceNumber());
        applicant.consent(http).expectStatus().isOk();
        applicant.document(Pictures.DOCUMENT_OF_A, fields).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(applicant.decided().get("state").asString()).isEqualTo("REVIEW");
        return applicant;
    }

    private String met(TestStaff agent, TestApplicant applicant) {
        return body(agent.meet(codeOf(applicant))).get("id").asString();
    }

    private List<String> shownReasons(TestStaff agent, TestApplicant applicant) {
        return body(agent.meet(codeOf(applicant)))
                .get("reasons")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static String scarceNumber() {
        return "+861700050" + (1000 + NUMBER.incrementAndGet());
    }
}
