package io.namesake.face.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.namesake.face.ImageLimits;
import io.namesake.face.support.Encoded;
import io.namesake.face.support.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SmallPicturesTest {

    @Test
    void a_picture_is_drawn_upright_and_small_without_what_its_file_says_of_the_photo() throws IOException {
        byte[] photo = Encoded.withOrientation(Encoded.jpeg(Pictures.gradient(1200, 600)), 6);
        assertThat(text(photo)).contains("Exif");

        byte[] drawn = small(photo);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(drawn));
        assertThat(image.getWidth()).isEqualTo(240);
        assertThat(image.getHeight()).isEqualTo(480);
        assertThat(text(drawn)).startsWith("\u0089PNG").doesNotContain("Exif", "eXIf", "tEXt");
    }

    @Test
    void what_is_small_already_keeps_its_size() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(small(Encoded.png(Pictures.gradient(100, 90)))));

        assertThat(image.getWidth()).isEqualTo(100);
        assertThat(image.getHeight()).isEqualTo(90);
    }

    @Test
    void what_is_no_picture_cannot_be_drawn() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> small("no picture".getBytes(StandardCharsets.UTF_8)))
                .withMessage("it can't be drawn: not-an-image");
    }

    private static byte[] small(byte[] file) throws IOException {
        return new SmallPictures(name -> file, ImageLimits.DEFAULT).read("it");
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
