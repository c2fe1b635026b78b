package io.namesake.application.internal;

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
import io.namesake.face.UnusableReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Five failures in three minutes, then a pause; fifteen in a day, then no more movements that day; and never a dead end. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
class AttemptsTest {
    private static final ChallengeAnswer ANSWER = ChallengeAnswer.honest();

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void nobody_shows_anything() {
        faces.judge(ScriptedFaces::nothingShown);
        faces.see(() -> new Assessment.Usable(ScriptedFaces.FACE));
    }

    @Test
    void after_five_failures_within_three_minutes_no_further_attempt_is_taken_until_the_pause_is_over() {
        var applicant = applicant(http);
        failures(applicant, 5);

        var refused = applicant.drawChallenge();
        refused.expectHeader()
                .value(
                        "Retry-After",
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 15 * 60));
        problem(refused, 429, "too-many-attempts");
        problem(applicant.selfie(Pictures.SELFIE_OF_A), 429, "too-many-attempts");
        var until = Instant.parse(
                applicant.state().get("challenge").get("pausedUntil").asString());
        assertThat(until).isAfter(clock.instant()).isBefore(clock.instant().plus(Duration.ofMinutes(16)));
        assertThat(audited(applicant)).isEqualTo(1);

        clock.advance(Duration.ofMinutes(15));
        assertThat(applicant.state().get("challenge").get("pausedUntil").isNull())
                .isTrue();
        faces.judge(ScriptedFaces::allShown);
        assertThat(answer(applicant)).isEqualTo("PASSED");
    }

    @Test
    void during_the_pause_the_check_by_a_person_is_open() {
        var applicant = applicant(http);
        failures(applicant, 5);
        applicant
                .attendedCheck()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.decision.reasons[0].code")
                .isEqualTo("ATTENDED_CHECK_REQUESTED");
    }

    @Test
    void whoever_takes_their_time_is_not_stopped() {
        var applicant = applicant(http);
        for (int i = 0; i < 8; i++) {
            failures(applicant, 1);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(applicant.state().get("challenge").get("pausedUntil").isNull())
                .isTrue();
    }

    @Test
    void whoever_paces_their_tries_is_asked_for_no_more_movements_that_day_and_the_other_ways_stay_open() {
        var applicant = applicant(http);
        for (int i = 0; i < 15; i++) {
            failures(applicant, 1);
            clock.advance(Duration.ofSeconds(46));
        }

        var refused = applicant.drawChallenge();
        refused.expectHeader()
                .value(
                        "Retry-After",
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(23 * 3600, 24 * 3600));
        problem(refused, 429, "too-many-attempts");
        var until = Instant.parse(
                applicant.state().get("challenge").get("pausedUntil").asString());
        assertThat(until)
                .isBetween(
                        clock.instant().plus(Duration.ofHours(23)),
                        clock.instant().plus(Duration.ofHours(24)));
        assertThat(audited(applicant)).isEqualTo(1);
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        applicant.attendedCheck().expectStatus().isOk();
    }

    @Test
    void a_day_later_movements_are_asked_for_again() {
        var applicant = applicant(http);
        for (int i = 0; i < 15; i++) {
            failures(applicant, 1);
            clock.advance(Duration.ofSeconds(46));
        }
        problem(applicant.drawChallenge(), 429, "too-many-attempts");
        jdbc.sql("update capture_attempt set begun_at = begun_at - interval '24 hours' where application_id = :id")
                .param("id", UUID.fromString(applicant.id))
                .update();
        faces.judge(ScriptedFaces::allShown);
        assertThat(answer(applicant)).isEqualTo("PASSED");
    }

    @Test
    void a_success_and_a_pause_leave_the_days_count_as_it_is() {
        var applicant = applicant(http);
        for (int i = 0; i < 2; i++) {
            failures(applicant, 4);
            faces.judge(ScriptedFaces::allShown);
            assertThat(answer(applicant)).isEqualTo("PASSED");
            faces.judge(ScriptedFaces::nothingShown);
        }
        failures(applicant, 5);
        clock.advance(Duration.ofMinutes(16));
        failures(applicant, 2);
        problem(applicant.drawChallenge(), 429, "too-many-attempts");
    }

    @Test
    void whoever_draws_until_the_movements_suit_them_is_stopped() {
        var applicant = applicant(http);
        for (int i = 0; i < 5; i++) {
            draw(applicant);
        }
        problem(applicant.drawChallenge(), 429, "too-many-attempts");
    }

    @Test
    void a_success_clears_the_count_and_others_failures_count_for_nobody_else() {
        var applicant = applicant(http);
        failures(applicant, 4);
        failures(applicant(http), 5);
        faces.judge(ScriptedFaces::allShown);
        assertThat(answer(applicant)).isEqualTo("PASSED");
        assertThat(body(applicant.drawChallenge()).get("attemptsLeft").asInt()).isEqualTo(4);
    }

    @Test
    void selfies_that_are_sent_back_count_too() {
        faces.see(() -> new Assessment.Unusable(UnusableReason.NO_FACE, List.of(), Optional.empty(), List.of()));
        var applicant = TestApplicant.withConsent(http);
        for (int i = 0; i < 5; i++) {
            problem(applicant.selfie(Pictures.SELFIE_OF_A), 422, "no-face");
        }
        problem(applicant.selfie(Pictures.SELFIE_OF_A), 429, "too-many-attempts");
    }

    private void failures(TestApplicant applicant, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(answer(applicant)).isEqualTo("TRY_AGAIN");
        }
    }

    private String answer(TestApplicant applicant) {
        var nonce = draw(applicant);
        clock.advance(Duration.ofSeconds(4));
        return body(ANSWER.send(applicant, nonce).expectStatus().isOk())
                .get("verdict")
                .asString();
    }

    private int audited(TestApplicant applicant) {
        return jdbc.sql(
                        "select count(*) from audit_entry where subject_id = :id and type = 'application.attempts-paused'")
                .param("id", applicant.id)
                .query(Integer.class)
                .single();
    }
}
