package io.namesake.face.engine.align;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.engine.decode.Picture;
import java.util.Arrays;
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
    void well_inside_the_picture_the_short_way_leads_to_the_same_pixels() {
        Picture picture = waves(230, 170);
        SimilarityTransform turned = new SimilarityTransform(1.7, 0.6, 20.3, 11.9);
        Picture inside = Resampler.sample(picture, turned, 40, 40, 0);
        Picture reachingOut = Resampler.sample(picture, turned, 400, 40, 0);
        for (int y = 0; y < 40; y++) {
            assertThat(Arrays.copyOfRange(inside.pixels(), 40 * y, 40 * y + 40))
                    .isEqualTo(Arrays.copyOfRange(reachingOut.pixels(), 400 * y, 400 * y + 40));
        }
    }

    @Test
    void outside_the_picture_is_the_colour_that_was_asked_for() {
        Picture away = Resampler.sample(diagonal(), SimilarityTransform.scaleAndShift(1, 1000, -1000), 4, 4, 0x123456);
        assertThat(away.pixels()).containsOnly(0x123456);
    }

    @Test
    void a_straight_grid_shows_what_a_grid_turned_by_next_to_nothing_shows() {
        Picture picture = waves(230, 170);
        for (double scale : new double[] {1 / Math.PI, 1, 1.3, 2, Math.sqrt(5), Math.PI, 2 * Math.E, 7.8}) {
            // Larger than the picture, so that its edges and what lies outside are in it.
            int width = (int) (260 / scale);
            int height = (int) (200 / scale);
            SimilarityTransform straight = SimilarityTransform.scaleAndShift(scale, -11.3, -7.7);
            SimilarityTransform turned = new SimilarityTransform(straight.a(), 1e-9, straight.tx(), straight.ty());
            Picture first = Resampler.sample(picture, straight, width, height, 0x808080);
            Picture second = Resampler.sample(picture, turned, width, height, 0x808080);
            // Whole old pixels are averaged on a straight grid, so a sample may lie half an old pixel off.
            assertThat(meanDifference(first.pixels(), second.pixels()))
                    .as("scale %s", scale)
                    .isLessThan(2.5);
        }
    }

    private static double meanDifference(int[] first, int[] second) {
        assertThat(first).hasSameSizeAs(second);
        return IntStream.range(0, first.length)
                .map(i -> Math.abs((first[i] >> 8 & 0xFF) - (second[i] >> 8 & 0xFF)))
                .average()
                .orElseThrow();
    }

    /** Light that rises and falls every 60 pixels, around the grey that lies outside. */
    private static Picture waves(int width, int height) {
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            double wave = Math.sin(i % width * Math.PI / 30) * Math.sin((double) (i / width) * Math.PI / 30);
            pixels[i] = 0x010101 * (int) Math.round(128 + 60 * wave);
        }
        return Picture.of(width, height, pixels);
    }

    private static Picture diagonal() {
        int[] pixels = new int[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % SIZE << 18 | i / SIZE << 10 | (i * 7 & 0xFF);
        }
        return Picture.of(SIZE, SIZE, pixels);
    }
}
