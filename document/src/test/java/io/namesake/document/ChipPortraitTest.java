package io.namesake.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ChipPortraitTest {
    private static final int MOST_BYTES = 15_000;

    @Test
    void a_portrait_full_of_detail_fits_into_the_chip_and_keeps_its_colours() throws IOException {
        BufferedImage portrait = noise();
        assertThat(ChipPortrait.encoded(portrait, MOST_BYTES).bytes()).hasSizeBetween(MOST_BYTES / 2, MOST_BYTES);

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(ChipPortrait.stored(portrait, MOST_BYTES)));
        assertThat(read.getWidth()).isEqualTo(240);
        assertThat(read.getHeight()).isEqualTo(320);
        assertThat(difference(portrait, read)).isBetween(1.0, 30.0);
    }

    /** Red on the left, blue on the right, with much noise. */
    private static BufferedImage noise() {
        Random random = new Random(1);
        BufferedImage image = new BufferedImage(240, 320, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 240 * 320; i++) {
            int red = i % 240 < 120 ? 180 : 60;
            int noise = random.nextInt(60) - 30;
            image.setRGB(i % 240, i / 240, red + noise << 16 | 100 + noise << 8 | 240 - red + noise);
        }
        return image;
    }

    private static double difference(BufferedImage one, BufferedImage other) {
        double sum = 0;
        for (int i = 0; i < 240 * 320; i++) {
            int a = one.getRGB(i % 240, i / 240);
            int b = other.getRGB(i % 240, i / 240);
            for (int shift = 16; shift >= 0; shift -= 8) {
                sum += Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF));
            }
        }
        return sum / (3 * 240 * 320);
    }
}
