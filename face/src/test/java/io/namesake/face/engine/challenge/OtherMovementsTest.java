package io.namesake.face.engine.challenge;

import static io.namesake.face.challenge.Movement.BLINK;
import static io.namesake.face.challenge.Movement.COME_CLOSER;
import static io.namesake.face.challenge.Movement.LOOK_UP;
import static io.namesake.face.challenge.Movement.TURN_LEFT;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.challenge.Challenge;
import io.namesake.face.challenge.Movement;
import io.namesake.face.challenge.ShownMovement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OtherMovementsTest {
    private static final PointHead STRAIGHT = PointHead.STRAIGHT;
    private static final PointHead LEFT = STRAIGHT.turned(22);
    private static final PointHead RIGHT = STRAIGHT.turned(-22);
    private static final PointHead UP = STRAIGHT.nodded(-20);
    private static final PointHead CLOSE = STRAIGHT.scaled(1.4);
    private static final PointHead BLINKING = STRAIGHT.blinking();
    private static final PointHead GAPING = STRAIGHT.gaping(30);

    private static final List<Movement> LEFT_UP_BLINK = List.of(TURN_LEFT, LOOK_UP, BLINK);

    @Test
    void who_does_what_is_asked_for_shows_nothing_else() {
        assertThat(others(LEFT_UP_BLINK, List.of(STRAIGHT, LEFT), List.of(STRAIGHT, UP), List.of(STRAIGHT, BLINKING)))
                .isFalse();
    }

    @Test
    void a_movement_that_is_never_asked_for_must_not_be_shown() {
        for (PointHead never : List.of(RIGHT, CLOSE, GAPING)) {
            assertThat(others(LEFT_UP_BLINK, List.of(STRAIGHT, LEFT), List.of(STRAIGHT, UP, never), List.of(BLINKING)))
                    .isTrue();
        }
    }

    @Test
    void nor_one_that_is_asked_for_only_later() {
        assertThat(others(LEFT_UP_BLINK, List.of(LEFT, UP), List.of(STRAIGHT, UP), List.of(BLINKING)))
                .isTrue();
        assertThat(others(
                        List.of(TURN_LEFT, BLINK, COME_CLOSER),
                        List.of(STRAIGHT, LEFT),
                        List.of(BLINKING, CLOSE),
                        List.of(STRAIGHT, CLOSE)))
                .isTrue();
    }

    @Test
    void the_movement_before_may_still_be_ending() {
        assertThat(others(LEFT_UP_BLINK, List.of(STRAIGHT, LEFT), List.of(LEFT, LEFT, UP), List.of(UP, BLINKING)))
                .isFalse();
    }

    @Test
    void one_before_that_must_not_come_back_before_what_is_asked_for_now() {
        List<PointHead> left = List.of(STRAIGHT, LEFT);
        List<PointHead> up = List.of(STRAIGHT, UP);
        assertThat(others(LEFT_UP_BLINK, left, up, List.of(LEFT, BLINKING))).isTrue();
        assertThat(others(LEFT_UP_BLINK, left, up, List.of(BLINKING, LEFT))).isFalse();
    }

    @Test
    void people_blink_at_any_time_and_may_stay_close() {
        assertThat(others(
                        List.of(COME_CLOSER, TURN_LEFT, LOOK_UP),
                        List.of(BLINKING, CLOSE),
                        List.of(CLOSE, LEFT.scaled(1.4)),
                        List.of(CLOSE, UP.scaled(1.4).blinking())))
                .isFalse();
    }

    @Test
    void before_the_first_prompt_somebody_may_be_settling_down() {
        Seen neutral = STRAIGHT.seen(1, 0);
        OtherMovements others = new OtherMovements(neutral, List.of());
        assertThat(others.areIn(RIGHT.seen(0, 0))).isFalse();
    }

    @Test
    void no_film_that_was_made_beforehand_answers_more_than_one_of_all_challenges() {
        List<PointHead> shots = List.of(
                STRAIGHT,
                LEFT,
                RIGHT,
                UP,
                CLOSE,
                BLINKING,
                GAPING,
                LEFT.nodded(-14),
                RIGHT.scaled(1.4),
                UP.blinking(),
                GAPING.blinking(),
                GAPING.scaled(1.4));
        Random random = new Random(3);
        Set<Challenge> challenges = new HashSet<>();
        while (challenges.size() < 42) {
            challenges.add(Challenge.draw(random, EnumSet.allOf(Movement.class)));
        }
        int answered = 0;
        for (int film = 0; film < 2_000; film++) {
            List<List<PointHead>> answers = new ArrayList<>();
            for (int prompt = 0; prompt < Challenge.LENGTH; prompt++) {
                List<PointHead> answer = new ArrayList<>(List.of(STRAIGHT));
                for (int i = random.nextInt(1, 4); i > 0; i--) {
                    answer.add(shots.get(random.nextInt(shots.size())));
                }
                answer.add(STRAIGHT);
                answers.add(answer);
            }
            List<Challenge> passed = challenges.stream()
                    .filter(challenge -> new Answered(challenge.movements(), answers).passes())
                    .toList();
            assertThat(passed).as("%s", answers).hasSizeLessThan(2);
            answered += passed.size();
        }
        assertThat(answered).isPositive();
    }

    private static boolean others(
            List<Movement> asked, List<PointHead> first, List<PointHead> second, List<PointHead> third) {
        return new Answered(asked, List.of(first, second, third)).showsOthers();
    }

    /** What each prompt is answered with. */
    private record Answered(List<Movement> asked, List<List<PointHead>> answers) {

        boolean showsOthers() {
            OtherMovements others = new OtherMovements(neutral(), shown());
            return seen().stream().anyMatch(others::areIn);
        }

        boolean passes() {
            return shown().stream().allMatch(shown -> shown.finding() == ShownMovement.Finding.SHOWN) && !showsOthers();
        }

        private static Seen neutral() {
            return STRAIGHT.seen(0, 0);
        }

        private List<Seen> seen() {
            List<Seen> seen = new ArrayList<>(List.of(neutral()));
            for (int prompt = 1; prompt <= answers.size(); prompt++) {
                for (PointHead head : answers.get(prompt - 1)) {
                    seen.add(head.seen(seen.size(), prompt));
                }
            }
            return seen;
        }

        private List<ShownMovement> shown() {
            MovementJudge judge = new MovementJudge(neutral(), seen());
            return IntStream.range(0, asked.size())
                    .mapToObj(i -> judge.judge(asked.get(i), i + 1))
                    .toList();
        }
    }
}
