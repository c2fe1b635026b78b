package io.namesake.face.engine.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.decode.Picture;
import io.namesake.face.support.DrawnFace;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class SeamTest {
    private static final int SIDE = 200;
    private static final int MASK_TOP = 112;
    private static final Landmarks FACE = DrawnFace.landmarks();

    @Test
    void a_mask_of_another_lightness_has_a_seam_across_both_cheeks() {
        double with = seam((x, y) -> y >= MASK_TOP ? 0.88 : 1, 1, Seam::light);
        assertThat(with).isGreaterThan(seam((x, y) -> 1, 1, Seam::light) + 1);
    }

    @Test
    void a_paler_mask_of_the_same_lightness_has_a_seam_of_colour() {
        double with = seam((x, y) -> 1, 0.7, Seam::colour);
        assertThat(with).isGreaterThan(seam((x, y) -> 1, 1, Seam::colour) + 1);
    }

    @Test
    void light_that_falls_off_along_the_cheeks_is_no_seam() {
        double even = seam((x, y) -> 1, 1, Seam::light);
        double falling = seam((x, y) -> 1.3 - 0.004 * y, 1, Seam::light);
        assertThat(falling).isLessThan(even + 0.3);
    }

    @Test
    void an_edge_on_one_cheek_alone_is_no_mask() {
        double both = seam((x, y) -> y >= MASK_TOP ? 0.88 : 1, 1, Seam::together);
        double one = seam((x, y) -> y >= MASK_TOP && x < SIDE / 2 ? 0.88 : 1, 1, Seam::together);
        assertThat(one).isLessThan(both - 1);
    }

    private static Seam seamOf(Picture picture) {
        FaceCrop crop = FaceCrop.of(picture, FACE);
        return new Seam(crop, Skin.of(crop.picture()));
    }

    private interface Lamp {
        double at(int x, int y);
    }

    /** @param colour what is left of it below the mask's top */
    private static double seam(Lamp lamp, double colour, ToDoubleFunction<Seam> measure) {
        Random random = new Random(1);
        int[] pixels = new int[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            int y = i / SIDE;
            double grain = 2 * random.nextGaussian();
            double light = lamp.at(i % SIDE, y);
            int rgb = 0;
            for (double skin : new double[] {48, -5, -30}) {
                double value = 150 + (y >= MASK_TOP ? colour : 1) * skin;
                rgb = rgb << 8 | (int) Math.clamp(light * value + grain, 0, 255);
            }
            pixels[i] = rgb;
        }
        return measure.applyAsDouble(seamOf(Picture.of(SIDE, SIDE, pixels)));
    }
}
