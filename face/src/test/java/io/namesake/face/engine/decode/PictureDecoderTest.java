package io.namesake.face.engine.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.namesake.face.ImageLimits;
import io.namesake.face.engine.UnusablePicture;
import io.namesake.face.support.Encoded;
import io.namesake.face.support.Pictures;
import io.namesake.face.support.Webp;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDecoderTest {
    private final PictureDecoder decoder = new PictureDecoder(ImageLimits.DEFAULT);
    private final BufferedImage gradient = Pictures.gradient(120, 90);

    @Test
    void a_png_is_read_exactly() throws UnusablePicture {
        assertThat(decoder.decode(Encoded.png(gradient)).pixels()).isEqualTo(pixels(gradient));
    }

    @Test
    void a_lossy_webp_is_read() throws UnusablePicture {
        Picture picture = decoder.decode(Webp.lossy());
        assertThat(picture.width()).isEqualTo(96);
        assertThat(picture.height()).isEqualTo(64);
        assertNear(picture.pixels()[10 * 96 + 20], 0xFF0000, 12);
        assertNear(picture.pixels()[50 * 96 + 80], 0x0000FF, 12);
    }

    @Test
    void jpeg_is_read_in_all_its_usual_forms() throws UnusablePicture {
        assertLooksLike(gradient, decoder.decode(Encoded.jpeg(gradient)));
        assertLooksLike(gradient, decoder.decode(Encoded.progressiveJpeg(gradient)));
        assertLooksLike(gradient, decoder.decode(Encoded.adobeCmykJpeg(gradient, false)));
        assertLooksLike(gradient, decoder.decode(Encoded.adobeCmykJpeg(gradient, true)));
    }

    @Test
    void grey_keeps_its_brightness() throws UnusablePicture {
        BufferedImage grey = filled(BufferedImage.TYPE_BYTE_GRAY, 100);
        assertThat(decoder.decode(Encoded.png(grey)).pixels()).containsOnly(0x646464);
        assertThat(decoder.decode(Encoded.jpeg(grey)).pixels()).containsOnly(0x646464);
    }

    @Test
    void sixteen_bits_are_reduced_to_eight() throws UnusablePicture {
        BufferedImage grey = filled(BufferedImage.TYPE_USHORT_GRAY, 100 * 257);
        assertThat(decoder.decode(Encoded.png(grey)).pixels()).containsOnly(0x646464);
    }

    @Test
    void a_palette_is_looked_up() throws UnusablePicture {
        BufferedImage indexed = Pictures.as(BufferedImage.TYPE_BYTE_INDEXED, gradient);
        assertThat(decoder.decode(Encoded.png(indexed)).pixels()).isEqualTo(pixels(indexed));
    }

    @Test
    void transparent_parts_are_shown_on_white() throws UnusablePicture {
        BufferedImage image = new BufferedImage(80, 80, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(255, 0, 0, 128));
        graphics.fillRect(0, 0, 40, 80);
        graphics.dispose();
        Picture picture = decoder.decode(Encoded.png(image));
        assertNear(picture.pixels()[0], 0xFF7F7F, 1);
        assertThat(picture.pixels()[79]).isEqualTo(0xFFFFFF);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_orientation_ends_upright(int orientation) throws UnusablePicture {
        BufferedImage stored = storedFor(orientation, gradient);
        Picture picture = decoder.decode(Encoded.withOrientation(Encoded.jpeg(stored), orientation));
        assertThat(picture.fileWidth()).isEqualTo(120);
        assertThat(picture.fileHeight()).isEqualTo(90);
        assertLooksLike(gradient, picture);

        byte[] png = Encoded.withChunk(Encoded.png(stored), "eXIf", Encoded.tiff(orientation));
        assertThat(decoder.decode(png).pixels()).isEqualTo(pixels(gradient));
    }

    @Test
    void a_large_photo_is_reduced_and_remembers_its_size() throws UnusablePicture {
        Picture picture = decoder.decode(Encoded.jpeg(Pictures.gradient(4000, 3000)));
        assertThat(picture.pixels()).hasSizeLessThanOrEqualTo(PictureDecoder.MOST_PIXELS);
        assertThat(picture.reduction()).isEqualTo(2);
        assertThat(picture.width()).isEqualTo(2000);
        assertThat(picture.fileWidth()).isEqualTo(4000);
        assertThat(picture.fileHeight()).isEqualTo(3000);
    }

    /** How a camera that was held that way would have stored the upright picture: the inverse of what the tag asks for. */
    private static BufferedImage storedFor(int orientation, BufferedImage upright) {
        int w = upright.getWidth();
        int h = upright.getHeight();
        boolean swap = orientation >= 5;
        BufferedImage stored = new BufferedImage(swap ? h : w, swap ? w : h, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int rgb = upright.getRGB(x, y);
                switch (orientation) {
                    case 1 -> stored.setRGB(x, y, rgb);
                    case 2 -> stored.setRGB(w - 1 - x, y, rgb);
                    case 3 -> stored.setRGB(w - 1 - x, h - 1 - y, rgb);
                    case 4 -> stored.setRGB(x, h - 1 - y, rgb);
                    case 5 -> stored.setRGB(y, x, rgb);
                    case 6 -> stored.setRGB(y, w - 1 - x, rgb);
                    case 7 -> stored.setRGB(h - 1 - y, w - 1 - x, rgb);
                    case 8 -> stored.setRGB(h - 1 - y, x, rgb);
                    default -> throw new IllegalArgumentException();
                }
            }
        }
        return stored;
    }

    private static BufferedImage filled(int type, int sample) {
        BufferedImage image = new BufferedImage(80, 80, type);
        for (int y = 0; y < 80; y++) {
            for (int x = 0; x < 80; x++) {
                image.getRaster().setSample(x, y, 0, sample);
            }
        }
        return image;
    }

    private static int[] pixels(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xFFFFFF;
        }
        return pixels;
    }

    private static void assertLooksLike(BufferedImage expected, Picture picture) {
        assertThat(picture.width()).isEqualTo(expected.getWidth());
        assertThat(picture.height()).isEqualTo(expected.getHeight());
        for (int y = 5; y < expected.getHeight(); y += 10) {
            for (int x = 5; x < expected.getWidth(); x += 10) {
                assertNear(picture.pixels()[y * picture.width() + x], expected.getRGB(x, y), 10);
            }
        }
    }

    private static void assertNear(int actual, int expected, int tolerance) {
        for (int shift : new int[] {0, 8, 16}) {
            assertThat(actual >> shift & 0xFF)
                    .as("%06x near %06x", actual, expected & 0xFFFFFF)
                    .isCloseTo(expected >> shift & 0xFF, within(tolerance));
        }
    }
}
