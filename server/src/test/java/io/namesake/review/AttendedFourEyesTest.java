package io.namesake.review;

import static io.namesake.review.TestStaff.assertProblem;
import static io.namesake.review.TestStaff.body;
import static org.assertj.core.api.Assertions.assertThat;

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
