package io.namesake.face.engine.align;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.engine.decode.Picture;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResamplerTest {
    private static final int SIZE = 64;

    @Test
    void the_identity_changes_nothing() {
        Picture picture = diagonal();
        Picture same = Resampler.sample(picture, SimilarityTransform.scaleAndShift(1, 0, 0), SIZE, SIZE, 0);
        assertThat(same.pixels()).isEqualTo(picture.pixels());
    }

    @Test
    void a_stretch_to_its_own_size_changes_nothing() {
        Picture picture = diagonal();
        assertThat(Resampler.stretch(picture, new Box(0, 0, SIZE, SIZE), SIZE, SIZE)
                        .pixels())
                .isEqualTo(picture.pixels());
    }

    @Test
    void fine_stripes_become_even_grey_when_scaled_down() {
        int[] pixels = new int[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 2 == 0 ? 0x000000 : 0xFEFEFE;
        }
        Picture stripes = Picture.of(SIZE, SIZE, pixels);
        for (int factor : new int[] {2, 4, 8}) {
            Picture small = Resampler.stretch(stripes, new Box(0, 0, SIZE, SIZE), SIZE / factor, SIZE / factor);
            assertThat(Arrays.stream(small.pixels()).distinct()).containsExactly(0x7F7F7F);
        }
    }

    @Test
    void half_a_pixel_away_lies_the_mean_of_two() {
        Picture two = Picture.of(2, 1, new int[] {0x102030, 0x304050});
        Picture between = Resampler.sample(two, SimilarityTransform.scaleAndShift(1, 0.5, 0), 1, 1, 0);
        assertThat(between.pixels()).containsExactly(0x203040);
    }

    @Test
    void outside_the_picture_is_the_colour_that_was_asked_for() {
        Picture away = Resampler.sample(diagonal(), SimilarityTransform.scaleAndShift(1, 1000, -1000), 4, 4, 0x123456);
        assertThat(away.pixels()).containsOnly(0x123456);
    }

    @Test
    void a_straight_grid_gives_the_pixels_that_a_grid_turned_by_next_to_nothing_gives() {
        Picture picture = noise(230, 170);
        // Irrational, so that no sample lies just between two pixels, where the least rounding decides.
        for (double scale :
                new double[] {1 / Math.PI, Math.sqrt(1.3), Math.sqrt(5), Math.PI, 2 * Math.E, Math.sqrt(61)}) {
            // Larger than the picture, so that its edges and what lies outside are in it.
            int width = (int) (260 / scale);
            int height = (int) (200 / scale);
            SimilarityTransform straight = SimilarityTransform.scaleAndShift(scale, -Math.sqrt(127), -Math.sqrt(59));
            SimilarityTransform turned = new SimilarityTransform(straight.a(), 1e-9, straight.tx(), straight.ty());
            int[] fast =
                    Resampler.sample(picture, straight, width, height, 0x7F7F7F).pixels();
            int[] slow =
                    Resampler.sample(picture, turned, width, height, 0x7F7F7F).pixels();
            // The turn moves a sample by a millionth of a pixel, and so a weight of 8 bits by one now and then.
            assertThat(largestDifference(fast, slow)).as("scale %s", scale).isLessThanOrEqualTo(2);
        }
    }

    private static int largestDifference(int[] first, int[] second) {
        assertThat(first).hasSameSizeAs(second);
        return IntStream.range(0, first.length)
                .map(i -> Math.max(
                        Math.abs((first[i] >> 16) - (second[i] >> 16)),
                        Math.max(
                                Math.abs((first[i] >> 8 & 0xFF) - (second[i] >> 8 & 0xFF)),
                                Math.abs((first[i] & 0xFF) - (second[i] & 0xFF)))))
                .max()
                .orElseThrow();
    }

    private static Picture noise(int width, int height) {
        return Picture.of(
                width,
                height,
                new Random(7).ints((long) width * height, 0, 1 << 24).toArray());
    }

    private static Picture diagonal() {
        int[] pixels = new int[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % SIZE << 18 | i / SIZE << 10 | (i * 7 & 0xFF);
        }
        return Picture.of(SIZE, SIZE, pixels);
    }
}
