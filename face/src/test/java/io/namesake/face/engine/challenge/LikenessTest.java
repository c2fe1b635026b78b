package io.namesake.face.engine.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.challenge.ChallengeFlaw;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private final Likeness likeness = new Likeness(5, 3);

    @Test
    void clear_frames_that_are_unlike_show_another_face() {
        likeness.add(1, true);
        likeness.add(2, true);
        assertThat(likeness.flaw()).contains(ChallengeFlaw.FACE_CHANGED);
    }

    @Test
    void an_unclear_frame_is_never_said_to_show_another_face() {
        likeness.add(1, false);
        assertThat(likeness.flaw()).contains(ChallengeFlaw.FACE_UNCERTAIN);
        likeness.add(1, true);
        assertThat(likeness.flaw()).contains(ChallengeFlaw.FACE_UNCERTAIN);
    }

    @Test
    void frames_in_between_leave_it_open() {
        likeness.add(1, true);
        likeness.add(4, true);
        assertThat(likeness.isSame()).isFalse();
        assertThat(likeness.flaw()).contains(ChallengeFlaw.FACE_UNCERTAIN);
    }

    @Test
    void one_frame_that_shows_the_face_is_enough_however_unclear() {
        likeness.add(1, true);
        likeness.add(5, false);
        assertThat(likeness.isSame()).isTrue();
        assertThat(likeness.flaw()).isEmpty();
    }

    @Test
    void no_frame_says_nothing() {
        assertThat(likeness.flaw()).isEmpty();
    }
}
