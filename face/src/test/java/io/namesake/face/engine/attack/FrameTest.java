package io.namesake.face.engine.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.engine.align.Box;
import io.namesake.face.engine.decode.Picture;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameTest {
    private static final int SIDE = 256;
    private static final Box FACE = new Box(90, 80, 76, 96);
    private static final int WEAKEST_DARK = 3;
    private static final int WEAKEST_BRIGHT = 7;

    @Test
    void the_dark_frame_of_a_screen_shows_on_all_four_sides() {
        assertThat(strengths(20, true).get(WEAKEST_DARK))
                .isGreaterThan(strengths(130, true).get(WEAKEST_DARK) + 1);
    }

    @Test
    void the_bright_margin_of_a_sheet_is_told_from_a_dark_frame() {
        List<Double> sheet = strengths(245, true);
        assertThat(sheet.get(WEAKEST_BRIGHT)).isGreaterThan(sheet.get(WEAKEST_DARK) + 1);
    }

    @Test
    void a_dark_band_that_is_shorter_than_a_face_is_no_frame() {
        assertThat(strengths(20, false).getFirst())
                .isLessThan(strengths(20, true).getFirst() - 1);
    }

    /**
     * @param frame the luma of a band around the middle of the picture
     * @param whole whether it goes all around; else it is there beside the upper part of the face only
     */
    private static List<Double> strengths(int frame, boolean whole) {
        Random random = new Random(1);
        int[] pixels = new int[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            int inwards = Math.min(Math.min(x, y), Math.min(SIDE - 1 - x, SIDE - 1 - y));
            boolean there = inwards >= 24 && inwards < 34 && (whole || y >= 60 && y < 100);
            int level = (int) Math.clamp(there ? frame : 130 + 3 * random.nextGaussian(), 0, 255);
            pixels[i] = level * 0x010101;
        }
        return new Frame(Picture.of(SIDE, SIDE, pixels), FACE).strengths();
    }
}
