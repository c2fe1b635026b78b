package io.namesake.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.namesake.document.chip.ChipFiles;
import io.namesake.document.chip.ChipReader;
import io.namesake.document.chip.Profile;
import io.namesake.document.specimen.SpecimenAuthority;
import io.namesake.document.specimen.SpecimenAuthority.Algorithm;
import io.namesake.document.specimen.SpecimenChip;
import io.namesake.document.support.Specimens;
import io.namesake.document.trust.TrustStore;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortraitTest {
    private static final int SIZ = 0xFF51;

    @Test
    void a_jpeg_stays_as_it_is() throws Exception {
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
        assertThat(Portrait.of(jpeg).jpegOrPng()).isSameAs(jpeg);
    }

    @Test
    void a_jpeg_2000_becomes_a_png_of_the_same_picture() throws Exception {
        BufferedImage original = gradient();
        Portrait portrait = Portrait.of(Portrait.jpeg2000(original, 2).bytes());
        assertThat(portrait.format()).isEqualTo(Portrait.Format.JPEG_2000);
        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(portrait.jpegOrPng()));
        assertThat(decoded.getWidth()).isEqualTo(original.getWidth());
        assertThat(decoded.getHeight()).isEqualTo(original.getHeight());
        for (int y = 5; y < original.getHeight(); y += 20) {
            for (int x = 5; x < original.getWidth(); x += 20) {
                Color before = new Color(original.getRGB(x, y));
                Color after = new Color(decoded.getRGB(x, y));
                assertThat(Math.abs(before.getRed() - after.getRed())
                                + Math.abs(before.getGreen() - after.getGreen())
                                + Math.abs(before.getBlue() - after.getBlue()))
                        .isLessThan(30);
            }
        }
    }

    /** The offsets are of fields in the marker segment SIZ: width, height, tile width, colours. */
    @ParameterizedTest
    @CsvSource({"6, 2147483647", "6, 100000", "10, 0", "10, -1", "22, 1", "38, -65536"})
    void headers_that_announce_what_no_portrait_is_are_refused_before_decoding(int field, int value) {
        byte[] picture = Portrait.jpeg2000(gradient(), 1).bytes();
        ByteBuffer buffer = ByteBuffer.wrap(picture);
        int at = 0;
        while ((buffer.getShort(at) & 0xFFFF) != SIZ) {
            at++;
        }
        buffer.putInt(at + field, value);
        assertRefused(picture);
    }

    @Test
    void the_decoder_sees_only_what_a_trusted_issuer_signed() throws Exception {
        Portrait portrait = Portrait.jpeg2000(gradient(), 1);
        SpecimenAuthority authority = Specimens.authority(Algorithm.EC_NIST);
        Map<String, byte[]> made = SpecimenChip.make(authority, Specimens.ANNA, portrait);
        ChipFiles files =
                new ChipFiles(Optional.of(made.get("EF.SOD")), Map.of(1, made.get("EF.DG1"), 2, made.get("EF.DG2")));
        for (TrustStore trust : List.of(Specimens.trusting(authority), TrustStore.empty())) {
            IdentityEvidence evidence = new ChipReader(trust, List.of(), Profile.STRICT, Specimens.CLOCK).read(files);
            if (trust.authorities().isEmpty()) {
                assertThatExceptionOfType(DocumentUnreadable.class)
                        .isThrownBy(evidence::portraitPicture)
                        .withMessageContaining("only when");
            } else {
                assertThat(evidence.portraitPicture()).isPresent();
            }
        }
    }

    private static void assertRefused(byte[] picture) {
        assertThatExceptionOfType(DocumentUnreadable.class)
                .isThrownBy(() -> new Portrait(Portrait.Format.JPEG_2000, picture).jpegOrPng());
    }

    private static BufferedImage gradient() {
        BufferedImage image = new BufferedImage(240, 320, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, 240, 320, Color.BLUE));
        graphics.fillRect(0, 0, 240, 320);
        graphics.dispose();
        return image;
    }
}
