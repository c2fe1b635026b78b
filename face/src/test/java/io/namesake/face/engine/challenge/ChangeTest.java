package io.namesake.face.engine.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.challenge.Movement;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {

    @Test
    void a_smile_is_not_taken_for_a_picture_that_is_tilted() {
        PointHead smiling = PointHead.STRAIGHT.smiling(10, 7);
        assertThat(change(PointHead.STRAIGHT, smiling).isFlat()).isFalse();
        assertThat(change(smiling, PointHead.STRAIGHT).isFlat()).isFalse();
    }

    @Test
    void neither_is_a_smile_or_an_open_mouth_on_a_head_that_moves() {
        for (double[] mouth : new double[][] {{0, 0}, {7, 7}, {10, 7}, {12, 8}, {-6, -8}, {-4, -12}}) {
            for (int yaw = -35; yaw <= 35; yaw += 5) {
                for (int pitch = -25; pitch <= 25; pitch += 5) {
                    PointHead moved = PointHead.STRAIGHT.turned(yaw).nodded(pitch);
                    PointHead smiling = moved.smiling(mouth[0], mouth[1]);
                    assertThat(change(PointHead.STRAIGHT, smiling).isFlat())
                            .as("%s", smiling)
                            .isFalse();
                    assertThat(change(PointHead.STRAIGHT.smiling(mouth[0], mouth[1]), moved)
                                    .isFlat())
                            .as("smiled before %s", moved)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void a_picture_that_is_tilted_is_flat() {
        for (int degrees : new int[] {-55, -45, -35, 35, 45, 55}) {
            assertThat(change(PointHead.PICTURE, PointHead.PICTURE.turned(degrees))
                            .isFlat())
                    .as("turned by %s", degrees)
                    .isTrue();
            assertThat(change(PointHead.PICTURE, PointHead.PICTURE.nodded(degrees))
                            .isFlat())
                    .as("nodded by %s", degrees)
                    .isTrue();
        }
    }

    @Test
    void a_head_shows_one_direction_at_a_time_that_in_which_it_moves_more() {
        assertThat(shown(PointHead.STRAIGHT.turned(25))).isEqualTo(Movement.TURN_LEFT);
        assertThat(shown(PointHead.STRAIGHT.turned(-25))).isEqualTo(Movement.TURN_RIGHT);
        assertThat(shown(PointHead.STRAIGHT.nodded(-20))).isEqualTo(Movement.LOOK_UP);
        assertThat(shown(PointHead.STRAIGHT.turned(25).nodded(-14))).isEqualTo(Movement.TURN_LEFT);
        assertThat(shown(PointHead.STRAIGHT.turned(-14).nodded(-20))).isEqualTo(Movement.LOOK_UP);
    }

    @Test
    void a_mouth_that_opens_wide_shows_that_and_nothing_else() {
        for (int millimetres = 15; millimetres <= 50; millimetres += 5) {
            PointHead gaping = PointHead.STRAIGHT.gaping(millimetres);
            assertThat(shown(gaping)).as("%s mm", millimetres).isEqualTo(Movement.OPEN_MOUTH);
            assertThat(change(PointHead.STRAIGHT, gaping).isFlat()).isFalse();
            assertThat(change(PointHead.STRAIGHT.gaping(5), gaping.scaled(1.1)).shows(Movement.COME_CLOSER))
                    .isFalse();
        }
    }

    @Test
    void a_mouth_opens_also_while_the_head_nods_a_little() {
        for (int degrees = -15; degrees <= 15; degrees += 5) {
            assertThat(change(PointHead.STRAIGHT, PointHead.STRAIGHT.gaping(17).nodded(degrees))
                            .shows(Movement.OPEN_MOUTH))
                    .as("nodded by %s", degrees)
                    .isTrue();
        }
    }

    @Test
    void neither_a_word_nor_a_smile_nor_lips_above_a_chin_that_stays_nor_a_head_that_moves_opens_the_mouth() {
        for (PointHead head : List.of(
                PointHead.STRAIGHT.gaping(9),
                PointHead.STRAIGHT.parted(30),
                PointHead.STRAIGHT.parted(30).nodded(-10),
                PointHead.STRAIGHT.parted(30).nodded(-20),
                PointHead.STRAIGHT.smiling(10, 7),
                PointHead.STRAIGHT.turned(30),
                PointHead.STRAIGHT.nodded(-25),
                PointHead.STRAIGHT.scaled(1.5))) {
            assertThat(change(PointHead.STRAIGHT, head).shows(Movement.OPEN_MOUTH))
                    .as("%s", head)
                    .isFalse();
        }
    }

    /** The one movement that it shows. */
    private static Movement shown(PointHead head) {
        Change change = change(PointHead.STRAIGHT, head);
        Movement shown = null;
        for (Movement movement : Movement.values()) {
            if (change.shows(movement)) {
                assertThat(shown).as("%s beside %s", movement, head).isNull();
                shown = movement;
            }
        }
        return shown;
    }

    private static Change change(PointHead before, PointHead now) {
        return Change.between(before.seen(0, 0), now.seen(1, 1));
    }
}
