package io.namesake.application.internal;

import static io.namesake.application.TestApplicant.reasons;
import static io.namesake.application.internal.ChallengeAnswer.applicant;
import static io.namesake.application.internal.ChallengeAnswer.body;
import static io.namesake.application.internal.ChallengeAnswer.draw;
import static io.namesake.application.internal.RoadTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.face.Assessment;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.face.UnusableReason;
import io.namesake.face.challenge.ChallengeFlaw;
import io.namesake.face.challenge.ChallengeResult;
import io.namesake.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Movements before the camera, where the operator requires them. */
@NamesakeTest
@TestPropertySource(properties = "namesake.challenge=REQUIRED")
@Import(ScriptedFaces.Configuration.class)
class ChallengesTest {
    private static final ChallengeAnswer HONEST = ChallengeAnswer.honest();

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void the_person_does_what_is_asked_for() {
        faces.judge(ScriptedFaces::allShown);
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        faces.see(() -> new Assessment.Usable(ScriptedFaces.FACE));
    }

    @Test
    void movements_are_three_different_ones_and_every_draw_has_a_nonce_of_its_own() {
        var applicant = applicant(http);
        var nonces = new HashSet<String>();
        for (int i = 0; i < 3; i++) {
            var asked = body(applicant.drawChallenge().expectStatus().isCreated());
            nonces.add(asked.get("nonce").asString());
            assertThat(asked.get("movements").valueStream().map(JsonNode::asString))
                    .hasSize(3)
                    .doesNotHaveDuplicates();
        }
        assertThat(nonces).hasSize(3);
    }

    @Test
    void whoever_shows_them_is_verified_by_the_neutral_frame_and_no_frame_stays() {
        var applicant = applicant(http);
        var result = body(answer(applicant, HONEST).expectStatus().isOk());

        assertThat(result.get("verdict").asString()).isEqualTo("PASSED");
        assertThat(result.get("keptFrame").asInt()).isZero();
        assertThat(kindsKept(applicant))
                .containsExactlyInAnyOrder(
                        "DOCUMENT_IMAGE",
                        "DOCUMENT_QUALITY",
                        "DOCUMENT_FIELDS",
                        "SELFIE_IMAGE",
                        "SELFIE_QUALITY",
                        "SELFIE_CHALLENGE");
        assertThat(applicant.state().get("challenge").get("answered").asBoolean())
                .isTrue();
        assertThat(applicant.decided().get("state").asString()).isEqualTo("VERIFIED");
        assertThat(kindsKept(applicant)).isEmpty();
    }

    @Test
    void a_still_picture_alone_goes_to_a_person_who_may_decide_what_a_machine_must_not() {
        var applicant = applicant(http);
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(reasons(applicant.decided())).containsExactly("CHALLENGE_NOT_DONE");
    }

    @Test
    void a_still_picture_in_the_place_of_a_passed_challenge_undoes_it() {
        var applicant = applicant(http);
        answer(applicant, HONEST).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(reasons(applicant.decided())).containsExactly("CHALLENGE_NOT_DONE");
    }

    @Test
    void movements_that_were_not_shown_are_named_with_what_to_do_and_nothing_is_kept() {
        faces.judge(ScriptedFaces::nothingShown);
        var applicant = applicant(http);
        var result = body(answer(applicant, HONEST).expectStatus().isOk());

        assertThat(result.get("verdict").asString()).isEqualTo("TRY_AGAIN");
        assertThat(result.get("keptFrame").isNull()).isTrue();
        assertThat(result.get("attemptsLeft").asInt()).isEqualTo(4);
        assertThat(result.get("advice").valueStream())
                .hasSize(3)
                .allSatisfy(
                        advice -> assertThat(advice.get("message").asString()).endsWith("."));
        assertThat(kindsKept(applicant)).noneMatch(kind -> kind.startsWith("SELFIE"));
    }

    @Test
    void a_movement_that_was_not_asked_for_is_named_in_words_and_may_be_tried_again() {
        faces.judge(recording -> ScriptedFaces.flawed(recording, ChallengeFlaw.OTHER_SHOWN));
        var applicant = applicant(http);
        var result = body(answer(applicant, HONEST).expectStatus().isOk());
        assertThat(result.get("verdict").asString()).isEqualTo("TRY_AGAIN");
        assertThat(result.get("advice").get(0).get("code").asString()).isEqualTo("other-shown");
        assertThat(result.get("advice").get(0).get("message").asString()).contains("only the movement");

        faces.judge(ScriptedFaces::allShown);
        answer(applicant, HONEST).expectStatus().isOk();
        assertThat(applicant.decided().get("state").asString()).isEqualTo("VERIFIED");
    }

    @Test
    void a_nonce_is_good_once() {
        var applicant = applicant(http);
        var nonce = draw(applicant);
        HONEST.send(applicant, nonce).expectStatus().isOk();
        problem(HONEST.send(applicant, nonce), 404, "challenge-unknown");
    }

    @Test
    void a_nonce_expires() {
        var applicant = applicant(http);
        var nonce = draw(applicant);
        clock.advance(Duration.ofMinutes(3));
        problem(HONEST.send(applicant, nonce), 410, "challenge-expired");
    }

    @Test
    void a_new_draw_takes_the_place_of_the_one_before() {
        var applicant = applicant(http);
        var first = draw(applicant);
        draw(applicant);
        problem(HONEST.send(applicant, first), 404, "challenge-unknown");
    }

    @Test
    void frames_of_one_session_answer_no_other() {
        var applicant = applicant(http);
        var another = applicant(http);
        var nonce = draw(applicant);
        draw(another);
        problem(HONEST.send(another, nonce), 404, "challenge-unknown");
    }

    @Test
    void frames_in_another_order_than_the_prompts_are_refused() {
        var applicant = applicant(http);
        var nonce = draw(applicant);
        var backwards = new ArrayList<>(HONEST.prompts());
        Collections.reverse(backwards);
        problem(HONEST.prompted(backwards).send(applicant, nonce), 400, "request-invalid");
    }

    @Test
    void frames_are_bounded_in_number_and_size_before_any_is_looked_at() {
        var applicant = applicant(http);
        var nonce = draw(applicant);
        int askedBefore = faces.asked();
        var many = Collections.nCopies(25, new byte[100]);
        problem(applicant.answerChallenge(nonce, many, HONEST.capture()), 400, "request-invalid");
        problem(applicant.answerChallenge(nonce, many.subList(0, 3), HONEST.capture()), 400, "request-invalid");
        problem(HONEST.with(4, new byte[Uploads.LARGEST_FRAME + 1]).send(applicant, nonce), 413, "image-too-large");
        assertThat(faces.asked()).isEqualTo(askedBefore);
        // The nonce is not spent by an answer that was not looked at.
        HONEST.send(applicant, nonce).expectStatus().isOk();
    }

    private static final List<Long> AT_ONCE = List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);

    @Test
    void replayed_frames_and_impossible_times_go_to_a_person_and_a_later_success_does_not_undo_it() {
        var applicant = applicant(http);
        var result = body(answer(applicant, HONEST.with(9, ChallengeAnswer.frame(2))));
        assertThat(result.get("verdict").asString()).isEqualTo("PERSON_LOOKS");
        assertThat(result.get("movements").isEmpty()).isTrue();
        assertThat(result.get("advice").isEmpty()).isTrue();
        answer(applicant, HONEST).expectStatus().isOk();
        assertThat(reasons(applicant.decided())).containsExactly("CHALLENGE_CONTRADICTED");

        var hasty = applicant(http);
        answer(hasty, HONEST.takenAt(AT_ONCE)).expectStatus().isOk();
        assertThat(reasons(hasty.decided())).containsExactly("CHALLENGE_CONTRADICTED");
        assertThat(signs(hasty)).contains("TIMING_IMPOSSIBLE");
    }

    @Test
    void frames_that_the_server_was_too_busy_for_can_be_sent_again() {
        var applicant = applicant(http);
        var nonce = draw(applicant);
        clock.advance(Duration.ofSeconds(5));
        faces.see(() -> {
            throw Problem.busy(Duration.ofSeconds(1));
        });
        problem(HONEST.send(applicant, nonce), 503, "busy");
        faces.see(() -> new Assessment.Usable(ScriptedFaces.FACE));

        var result = body(HONEST.send(applicant, nonce).expectStatus().isOk());
        assertThat(result.get("verdict").asString()).isEqualTo("PASSED");
        assertThat(body(applicant.drawChallenge()).get("attemptsLeft").asInt()).isEqualTo(4);
    }

    @Test
    void doubts_stay_where_no_frame_looks_straight_into_the_camera() {
        faces.judge(recording -> withoutNeutral(ScriptedFaces.flawed(recording, ChallengeFlaw.FACE_CHANGED)));
        var applicant = applicant(http);
        var result = body(answer(applicant, HONEST).expectStatus().isOk());
        assertThat(result.get("verdict").asString()).isEqualTo("TRY_AGAIN");
        assertThat(applicant.state().get("challenge").get("answered").asBoolean())
                .isFalse();

        faces.judge(ScriptedFaces::allShown);
        answer(applicant, HONEST).expectStatus().isOk();
        assertThat(reasons(applicant.decided())).containsExactly("CHALLENGE_CONTRADICTED");
    }

    @Test
    void doubts_stay_beside_a_selfie_that_was_there_before() {
        var applicant = applicant(http);
        answer(applicant, HONEST).expectStatus().isOk();
        faces.judge(recording -> withoutNeutral(ScriptedFaces.flawed(recording, ChallengeFlaw.FACE_CHANGED)));
        answer(applicant, HONEST).expectStatus().isOk();
        assertThat(reasons(applicant.decided())).containsExactly("CHALLENGE_CONTRADICTED");
    }

    @Test
    void a_challenge_whose_straight_frame_cannot_be_used_is_spent_and_counted_and_its_doubts_stay() {
        faces.judge(recording -> ScriptedFaces.flawed(recording, ChallengeFlaw.FACE_CHANGED));
        faces.see(() -> new Assessment.Unusable(UnusableReason.NO_FACE, List.of(), Optional.empty(), List.of()));
        var applicant = TestApplicant.withConsent(http);
        var nonce = draw(applicant);
        clock.advance(Duration.ofSeconds(5));
        problem(HONEST.send(applicant, nonce), 422, "no-face");
        problem(HONEST.send(applicant, nonce), 404, "challenge-unknown");
        assertThat(signs(applicant)).isEmpty();

        faces.see(() -> new Assessment.Usable(ScriptedFaces.FACE));
        faces.judge(ScriptedFaces::allShown);
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        answer(applicant, HONEST).expectStatus().isOk();
        assertThat(reasons(applicant.decided())).containsExactly("CHALLENGE_CONTRADICTED");
    }

    private static ChallengeResult withoutNeutral(ChallengeResult result) {
        return new ChallengeResult(result.movements(), result.flaws(), OptionalInt.empty());
    }

    @Test
    void a_camera_with_the_name_of_a_program_is_recorded_and_nothing_more() {
        var applicant = applicant(http);
        var result = body(answer(applicant, HONEST.by("OBS Virtual Camera")));
        assertThat(result.get("verdict").asString()).isEqualTo("PASSED");
        assertThat(signs(applicant)).isEqualTo("CAMERA_VIRTUAL");
        assertThat(applicant.decided().get("state").asString()).isEqualTo("VERIFIED");
    }

    /** The browser took the frames after the draw, within the time that the server waited. */
    private ResponseSpec answer(TestApplicant applicant, ChallengeAnswer answer) {
        var nonce = draw(applicant);
        clock.advance(Duration.ofSeconds(5));
        return answer.send(applicant, nonce);
    }

    private List<String> kindsKept(TestApplicant applicant) {
        return jdbc.sql("select kind from evidence where application_id = :id")
                .param("id", UUID.fromString(applicant.id))
                .query(String.class)
                .list();
    }

    private String signs(TestApplicant applicant) {
        return jdbc.sql("""
                        select details::json ->> 'signs' from audit_entry
                        where subject_id = :id and type = 'application.challenge-judged' order by seq limit 1
                        """).param("id", applicant.id).query(String.class).single();
    }
}
