package io.namesake.review;

import static io.namesake.review.TestStaff.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.application.Pictures;
import io.namesake.crypto.RotatedKeyset;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** What waits for a second person moves on to the next key, and is found there by the second person. */
@ContextConfiguration(initializers = RotatedKeyset.class)
@TestPropertySource(properties = "namesake.review.four-eyes-attended=true")
class ReviewRotationTest extends ReviewRoad {

    @Autowired
    DataSource database;

    @Autowired
    ApplicationContext server;

    @Test
    void what_a_first_agent_typed_moves_to_the_new_key_and_the_second_agent_completes_it() throws SQLException {
        var applicant = attended();
        var code = codeOf(applicant);
        var first = TestStaff.of(http, "AGENT");
        var id = body(first.meet(code)).get("id").asString();
        first.attest(id, ATTESTATION).expectStatus().isNoContent();
        RotatedKeyset.sealAsBefore(jdbc, "review_opinion", "sealed_attestation", "'review-opinion/' || id");
        assertThat(RotatedKeyset.stillSealedAsBefore(database)).contains("review_opinion.sealed_attestation");

        RotatedKeyset.sealAgain(server);

        assertThat(RotatedKeyset.stillSealedAsBefore(database)).doesNotContain("review_opinion.sealed_attestation");
        var second = TestStaff.of(http, "AGENT");
        second.meet(code).expectStatus().isOk();
        second.attest(id, ATTESTATION).expectStatus().isNoContent();
        assertThat(applicant.state().get("state").asString()).isEqualTo("VERIFIED");
    }

    @Test
    void a_seeded_case_moves_to_the_new_key_piece_by_piece_and_is_shown_as_before() throws SQLException {
        var operator = anotherOperator();
        TestStaff.of(http, operator, "SUPERVISOR")
                .post("/seeds", Map.of("truth", "SAME_PERSON", "count", 1))
                .expectStatus()
                .isNoContent();
        RotatedKeyset.sealAsBefore(jdbc, "review_seed_evidence", "sealed", "'review-seed/' || case_id || '/' || piece");
        assertThat(RotatedKeyset.stillSealedAsBefore(database)).contains("review_seed_evidence.sealed");

        RotatedKeyset.sealAgain(server);

        assertThat(RotatedKeyset.stillSealedAsBefore(database)).doesNotContain("review_seed_evidence.sealed");
        var reviewer = TestStaff.of(http, operator, "REVIEWER");
        var id = body(reviewer.post("/next", Map.of())).get("id").asString();
        reviewer.look(id).expectStatus().isCreated();
        assertThat(body(reviewer.get("/" + id + "/evidence")).get("pictures").size())
                .isEqualTo(2);
        assertThat(reviewer.picture(id, "SELFIE")
                        .expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody())
                .isNotEqualTo(Pictures.SELFIE_OF_A)
                .startsWith(0xFF, 0xD8);
    }
}
