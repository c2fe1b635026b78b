package io.namesake.face.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChallengeTest {

    @Test
    void every_allowed_sequence_is_drawn_and_no_other() {
        Random random = new Random(1);
        Set<Challenge> drawn = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            drawn.add(Challenge.draw(random, EnumSet.allOf(Movement.class)));
        }
        assertThat(drawn)
                .hasSize(42)
                .allMatch(challenge -> challenge.movements().contains(Movement.OPEN_MOUTH));
    }

    @Test
    void a_movement_that_cannot_be_judged_is_not_asked_for() {
        Set<Movement> noBlink = EnumSet.complementOf(EnumSet.of(Movement.BLINK));
        Random random = new Random(2);
        for (int i = 0; i < 200; i++) {
            assertThat(Challenge.draw(random, noBlink).movements()).doesNotContain(Movement.BLINK);
        }
    }

    @Test
    void a_challenge_without_depth_or_with_a_repetition_is_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Challenge(List.of(Movement.BLINK, Movement.COME_CLOSER)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Challenge(List.of(Movement.TURN_LEFT, Movement.TURN_LEFT)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Challenge(List.of(Movement.TURN_LEFT)));
    }

    @Test
    void frames_out_of_order_are_no_recording() {
        Challenge challenge = new Challenge(List.of(Movement.TURN_LEFT, Movement.BLINK));
        byte[] image = {};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChallengeRecording(
                        challenge,
                        List.of(
                                new ChallengeFrame(image, 0),
                                new ChallengeFrame(image, 2),
                                new ChallengeFrame(image, 1),
                                new ChallengeFrame(image, 2))));
    }
}
