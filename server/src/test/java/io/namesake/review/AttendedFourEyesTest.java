package io.namesake.review;

import static io.namesake.review.TestStaff.assertProblem;
import static io.namesake.review.TestStaff.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** An operator whose policy wants two agents. */
@TestPropertySource(properties = "namesake.review.four-eyes-attended=true")
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
}
