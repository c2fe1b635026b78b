package io.namesake.face.engine.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.Hint;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenTest {
    private static final PointHead STRAIGHT = PointHead.STRAIGHT;

    @Test
    void the_straightest_of_the_good_frames_before_the_first_prompt_is_the_neutral_one() {
        assertThat(Seen.neutral(List.of(
                        STRAIGHT.turned(5).seen(0, 0),
                        STRAIGHT.turned(3).seen(1, 0),
                        STRAIGHT.turned(4).seen(2, 0),
                        STRAIGHT.seen(3, 1))))
                .hasValueSatisfying(neutral -> assertThat(neutral.index()).isEqualTo(1));
    }

    @Test
    void a_frame_that_is_blurred_or_dark_is_not_taken_for_being_a_little_straighter() {
        for (Hint flaw : List.of(Hint.HOLD_STILL, Hint.MORE_LIGHT)) {
            assertThat(Seen.neutral(List.of(
                            STRAIGHT.turned(2).seen(0, 0, flaw),
                            STRAIGHT.turned(12).seen(1, 0),
                            STRAIGHT.turned(3).seen(2, 0, flaw))))
                    .hasValueSatisfying(neutral -> assertThat(neutral.index()).isEqualTo(1));
        }
    }

    @Test
    void where_no_frame_is_good_a_straight_one_will_do() {
        assertThat(Seen.neutral(List.of(STRAIGHT.seen(0, 0, Hint.MORE_LIGHT)))).isPresent();
    }

    @Test
    void whoever_the_live_guidance_calls_good_is_not_refused_for_the_angle() {
        PointHead aside = STRAIGHT.turned(24).nodded(12);
        assertThat(Seen.neutral(List.of(aside.seen(0, 0)))).isPresent();
        assertThat(Seen.neutral(List.of(aside.seen(0, 0, Hint.LOOK_STRAIGHT)))).isEmpty();
    }
}
