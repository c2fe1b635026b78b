package io.namesake.face.engine.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.namesake.face.ImageLimits;
import io.namesake.face.UnusableReason;
import io.namesake.face.engine.UnusablePicture;
import io.namesake.face.support.Encoded;
import io.namesake.face.support.Pictures;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegCoefficientsTest {
    /** Sampling of luma, across and down; pixels; minimum coded units between restarts. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 120, 90, 0",
        "2, 1, 120, 90, 0",
        "1, 2, 121, 93, 0",
        "2, 2, 120, 90, 0",
        "2, 2, 121, 93, 0",
        "2, 2, 135, 103, 3",
        "2, 1, 127, 79, 1"
    })
    void the_pixels_are_those_of_the_usual_decoder_to_the_last_bit(
            int across, int down, int width, int height, int restarts) throws Exception {
        byte[] file = Encoded.jpeg(noisy(width, height), across, down, restarts, 0.8f);
        Picture picture = coefficients(file).whole();
        assertThat(picture.pixels()).isEqualTo(asTheJdkReadsIt(file, picture));
    }

    @ParameterizedTest
    @ValueSource(floats = {0.05f, 0.5f, 1})
    void so_they_are_at_every_quality(float quality) throws Exception {
        byte[] file = Encoded.jpeg(noisy(200, 150), 2, 2, 0, quality);
        Picture picture = coefficients(file).whole();
        assertThat(picture.pixels()).isEqualTo(asTheJdkReadsIt(file, picture));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "1, 2", "2, 2"})
    void halved_each_pixel_is_the_mean_of_four(int across, int down) throws Exception {
        byte[] file = Encoded.jpeg(noisy(201, 150), across, down, 0, 0.8f);
        JpegCoefficients coefficients = coefficients(file);
        Picture whole = coefficients.whole();
        Picture halved = coefficients.halved();
        assertThat(halved.width()).isEqualTo(101);
        assertThat(halved.height()).isEqualTo(75);
        assertThat(halved.fileWidth()).isEqualTo(201);
        assertThat(halved.reduction()).isEqualTo(2);
        for (int y = 0; y < 75; y++) {
            for (int x = 0; x < 100; x++) {
                // Chroma is put in between its samples differently, and what is out of range is cut off before or
                // after.
                assertThat(luma(halved.pixels()[y * 101 + x]))
                        .isCloseTo(meanLumaOfFour(whole, 2 * x, 2 * y), within(6.0));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_part_of_the_luma_is_found_whichever_way_the_picture_is_turned(int orientation) throws Exception {
        BufferedImage grey = Pictures.as(BufferedImage.TYPE_BYTE_GRAY, noisy(120, 96));
        JpegCoefficients coefficients = coefficients(Encoded.withOrientation(Encoded.jpeg(grey), orientation));
        Picture whole = coefficients.whole();
        int side = 21;
        int[] expected = IntStream.range(0, side * side)
                .map(i -> whole.pixels()[(37 + i / side) * whole.width() + 11 + i % side] & 0xFF)
                .toArray();
        assertThat(coefficients.luma(11, 37, side)).isEqualTo(expected);
    }

    @Test
    void a_large_photo_is_halved_and_its_original_can_be_had() throws UnusablePicture {
        byte[] file = Encoded.jpeg(noisy(1600, 1000));
        Picture picture = new PictureDecoder(ImageLimits.DEFAULT).decode(file);
        assertThat(picture.reduction()).isEqualTo(2);
        assertThat(picture.width()).isEqualTo(800);
        assertThat(picture.original().orElseThrow().whole().width()).isEqualTo(1600);
    }

    @Test
    void data_that_makes_no_sense_is_damage_or_another_picture_and_nothing_else() throws Exception {
        byte[] sound = Encoded.jpeg(noisy(96, 96), 2, 2, 2, 0.9f);
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            byte[] file = sound.clone();
            for (int n = 0; n < 4; n++) {
                file[file.length / 2 + random.nextInt(file.length / 2 - 2)] = (byte) random.nextInt();
            }
            try {
                assertThat(new PictureDecoder(ImageLimits.DEFAULT).decode(file).width())
                        .isEqualTo(96);
            } catch (UnusablePicture damaged) {
                assertThat(damaged.reason()).isEqualTo(UnusableReason.IMAGE_DAMAGED);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(250);
    }

    @Test
    void a_restart_marker_that_is_missing_is_damage() {
        byte[] file = Encoded.jpeg(noisy(96, 96), 1, 1, 5, 0.9f);
        int marker = IntStream.range(0, file.length - 1)
                .filter(i -> file[i] == (byte) 0xFF && file[i + 1] == (byte) 0xD3)
                .findFirst()
                .orElseThrow();
        byte[] without = Arrays.copyOf(file, file.length - 2);
        System.arraycopy(file, marker + 2, without, marker, file.length - marker - 2);
        assertThatExceptionOfType(UnusablePicture.class)
                .isThrownBy(() -> new PictureDecoder(ImageLimits.DEFAULT).decode(without))
                .matches(damaged -> damaged.reason() == UnusableReason.IMAGE_DAMAGED);
    }

    /** As some cameras write it, with the number that is next. */
    @ParameterizedTest
    @CsvSource({"5, 4", "0, 0"})
    void a_restart_marker_behind_all_data_changes_nothing(int restarts, int number) throws Exception {
        byte[] file = Encoded.jpeg(noisy(96, 96), 1, 1, restarts, 0.9f);
        int end = file.length - 2;
        byte[] closed = Arrays.copyOf(file, file.length + 2);
        closed[end + 1] = (byte) (0xD0 + number);
        System.arraycopy(file, end, closed, end + 2, 2);
        assertThat(new PictureDecoder(ImageLimits.DEFAULT).decode(closed).pixels())
                .isEqualTo(coefficients(file).whole().pixels());
    }

    @Test
    void data_that_ends_with_a_restart_marker_too_early_is_damage() {
        byte[] file = Encoded.jpeg(noisy(96, 96), 1, 1, 5, 0.9f);
        int marker = IntStream.iterate(file.length - 2, i -> i - 1)
                .filter(i -> file[i] == (byte) 0xFF && file[i + 1] == (byte) 0xD3)
                .findFirst()
                .orElseThrow();
        byte[] early = Arrays.copyOf(file, marker + 4);
        System.arraycopy(file, file.length - 2, early, marker + 2, 2);
        assertThatExceptionOfType(UnusablePicture.class)
                .isThrownBy(() -> new PictureDecoder(ImageLimits.DEFAULT).decode(early))
                .matches(damaged -> damaged.reason() == UnusableReason.IMAGE_DAMAGED);
    }

    private static JpegCoefficients coefficients(byte[] bytes) throws UnusablePicture {
        PictureFile file = PictureFile.open(bytes, ImageLimits.DEFAULT);
        return JpegCoefficients.read(JpegHeader.read(file.essentials()).orElseThrow(), file);
    }

    /** Luma and chroma by the JDK's reader, made colours as ours are. */
    private static int[] asTheJdkReadsIt(byte[] file, Picture like) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = jdkReader();
            reader.setInput(stream, true, true);
            Raster raster = reader.readRaster(0, null);
            reader.dispose();
            Picture picture = Pixels.ofYCbCr(raster)
                    .upright(
                            1,
                            new PictureFile(Format.JPEG, like.width(), like.height(), Orientation.UPRIGHT, true, file));
            return picture.pixels();
        }
    }

    private static ImageReader jdkReader() {
        var readers = ImageIO.getImageReadersByFormatName("jpeg");
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.")) {
                return reader;
            }
        }
        throw new IllegalStateException("this JDK has no JPEG reader");
    }

    private static double meanLumaOfFour(Picture picture, int x, int y) {
        int i = y * picture.width() + x;
        int j = i + picture.width();
        int[] pixels = picture.pixels();
        return (luma(pixels[i]) + luma(pixels[i + 1]) + luma(pixels[j]) + luma(pixels[j + 1])) / 4;
    }

    private static double luma(int rgb) {
        return 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
    }

    /** Shades with edges and noise, so that every coefficient occurs. */
    private static BufferedImage noisy(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(5);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int noise = random.nextInt(60);
                int edge = (x / 11 + y / 7) % 2 * 60;
                image.setRGB(
                        x,
                        y,
                        (30 + edge + noise) << 16
                                | (100 * x / width + edge + noise) << 8
                                | 120 * y / height + random.nextInt(90));
            }
        }
        return image;
    }
}
