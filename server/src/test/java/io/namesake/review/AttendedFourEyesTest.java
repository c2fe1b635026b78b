package io.namesake.review;

import static io.namesake.review.TestStaff.assertProblem;
import static io.namesake.review.TestStaff.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.application.TestApplicant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** An operator whose policy wants two agents, and one reviewer of special trust where two reviewers are needed. */
@TestPropertySource(properties = {"namesake.review.four-eyes-attended=true", "namesake.review.second-reviewers=true"})
class AttendedFourEyesTest extends ReviewRoad {

    @Test
    void two_agents_attest_the_same_and_what_the_first_typed_is_sealed_until_then() {
        var applicant = attended();
        var code = codeOf(applicant);
        var first = TestStaff.of(http, "AGENT");
        var id = body(first.meet(code)).get("id").asString();
        first.attest(id, ATTESTATION).expectStatus().isNoContent();

        assertThat(applicant.state().get("state").asString()).isEqualTo("REVIEW");
        assertThat(jdbc.sql("select encode(sealed_attestation, 'escape') from review_opinion where case_id = :id::uuid")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .doesNotContain("Muster", "C01X00T47");
        assertProblem(first.meet(code), "another-person-required");

        var second = TestStaff.of(http, "AGENT");
        second.meet(code).expectStatus().isOk();
        second.attest(id, ATTESTATION).expectStatus().isNoContent();
        assertThat(applicant.state().get("state").asString()).isEqualTo("VERIFIED");
    }

    @Test
    void two_agents_who_read_something_else_verify_nobody() {
        var applicant = attended();
        var code = codeOf(applicant);
        var first = TestStaff.of(http, "AGENT");
        var id = body(first.meet(code)).get("id").asString();
        first.attest(id, ATTESTATION).expectStatus().isNoContent();
        var another = new HashMap<>(ATTESTATION);
        another.put("documentNumber", "C01X00T48");
        var second = TestStaff.of(http, "AGENT");
        second.meet(code).expectStatus().isOk();
        second.attest(id, another).expectStatus().isNoContent();
        assertThat(applicant.state().get("state").asString()).isEqualTo("REVIEW");
        assertThat(stored(id, "stage")).isEqualTo("DISPUTED");
    }

    @Test
    void a_limit_that_the_second_agent_meets_is_known_to_both_who_allow_an_exception() {
        var person = new HashMap<>(ATTESTATION);
        person.put("documentNumber", "L2000001");
        for (int line = 1; line <= 3; line++) {
            var applicant = scarce(line);
            attest(TestStaff.of(http, "AGENT"), applicant, person);
            attest(TestStaff.of(http, "AGENT"), applicant, person);
            assertThat(applicant.state().get("state").asString()).isEqualTo("VERIFIED");
        }
        var applicant = scarce(4);
        var first = TestStaff.of(http, "AGENT");
        attest(first, applicant, person);
        var second = TestStaff.of(http, "AGENT");
        var id = body(second.meet(codeOf(applicant))).get("id").asString();

        assertProblem(second.attest(id, person), "line-limit-reached");

        second.attest(id, person).expectStatus().isNoContent();
        assertThat(applicant.state().get("state").asString())
                .as("the first agent did not know of the limit")
                .isEqualTo("REVIEW");
        attest(first, applicant, person);
        assertThat(applicant.state().get("state").asString()).isEqualTo("VERIFIED");
    }

    private TestApplicant scarce(int line) {
        var applicant = TestApplicant.withSession(http, "+86170006" + (10_000 + line));
        applicant.attendedCheck().expectStatus().isOk();
        caseOf(applicant);
        return applicant;
    }

    private void attest(TestStaff agent, TestApplicant applicant, Map<String, Object> person) {
        var id = body(agent.meet(codeOf(applicant))).get("id").asString();
        agent.attest(id, person).expectStatus().isNoContent();
    }

    @Test
    void the_second_look_at_pictures_is_for_whoever_has_the_role_for_it() {
        var applicant = suspected();
        var id = caseOf(applicant);
        looking(id).decide(id, "FACES_DIFFER").expectStatus().isNoContent();
        var reviewer = TestStaff.of(http, "REVIEWER");
        assertProblem(reviewer.lock(id), "not-allowed");
        assertThat(reviewer.post("/next", Map.of())
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .doesNotContain(id);

        var second = TestStaff.of(http, "REVIEWER", "SECOND_REVIEWER");
        second.lock(id).expectStatus().isOk();
        second.look(id).expectStatus().isCreated();
        second.decide(id, "FACES_DIFFER").expectStatus().isNoContent();
        assertThat(applicant.state().get("state").asString()).isEqualTo("REFUSED");
    }
}
