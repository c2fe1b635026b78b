package io.namesake.face.engine.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.namesake.face.engine.decode.Picture;
import io.namesake.face.support.DrawnFace;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegionsTest {
    private static final int SIDE = 200;

    @Test
    void a_pale_print_over_the_lower_face_differs_from_the_brows_in_chroma() {
        assertThat(difference(0.6, 2, Regions.Pair.BROWS_MOUTH, "chroma"))
                .isGreaterThan(difference(1, 2, Regions.Pair.BROWS_MOUTH, "chroma") + 0.2);
    }

    @Test
    void a_smooth_print_over_the_lower_face_differs_from_the_brows_in_grain() {
        assertThat(difference(1, 0.5, Regions.Pair.BROWS_MOUTH, "grain"))
                .isGreaterThan(difference(1, 2, Regions.Pair.BROWS_MOUTH, "grain") + 0.5);
    }

    @Test
    void regions_that_are_both_printed_do_not_differ() {
        assertThat(difference(0.6, 2, Regions.Pair.NECK_CHIN, "chroma")).isCloseTo(0, within(0.1));
    }

    @Test
    void every_measure_has_one_number() {
        assertThat(regions(1, 2).differences()).hasSize(Regions.Pair.values().length * Regions.TRAITS.size());
    }

    private static double difference(double colour, double grain, Regions.Pair pair, String trait) {
        return regions(colour, grain)
                .differences()
                .get(pair.ordinal() * Regions.TRAITS.size() + Regions.TRAITS.indexOf(trait));
    }

    /** Even skin; below the nose what is left of its colour, and other noise. */
    private static Regions regions(double colour, double grain) {
        Random random = new Random(1);
        int[] pixels = new int[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            boolean printed = i / SIDE >= 112;
            double noise = (printed ? grain : 2) * random.nextGaussian();
            int rgb = 0;
            for (double skin : new double[] {48, -5, -30}) {
                rgb = rgb << 8 | (int) Math.clamp(150 + (printed ? colour : 1) * skin + noise, 0, 255);
            }
            pixels[i] = rgb;
        }
        FaceCrop crop = FaceCrop.of(Picture.of(SIDE, SIDE, pixels), DrawnFace.landmarks());
        return new Regions(crop, Skin.of(crop.picture()));
    }
}
