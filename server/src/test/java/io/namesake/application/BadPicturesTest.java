package io.namesake.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pictures that cannot be used, through the real networks: each with its problem, and nothing of it kept. */
@NamesakeTest
class BadPicturesTest {

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    static Stream<Arguments> badPictures() throws IOException {
        return Stream.of(
                Arguments.of("no-face", jpeg(plain(640, 480))),
                Arguments.of(
                        "not-an-image",
                        "This is a letter, not a picture. ".repeat(50).getBytes(StandardCharsets.UTF_8)),
                Arguments.of("not-an-image", new byte[0]),
                Arguments.of("unsupported-format", "GIF89a and so on and so on".getBytes(StandardCharsets.US_ASCII)),
                // Lossless WebP, for which a decoder would read on for ever.
                Arguments.of(
                        "unsupported-format",
                        HexFormat.of()
                                .parseHex("5249464634000000574542505650384c280000002f60c00f1007272727272727"
                                        + "2727272727272727104118885c45a2a9455d5d5d00ff5d5d88fe0700")),
                Arguments.of("image-damaged", Arrays.copyOf(Pictures.SELFIE_OF_A, Pictures.SELFIE_OF_A.length / 2)),
                Arguments.of("too-many-pixels", pngOfOneColour(20_000, 20_000)),
                Arguments.of("image-too-small", jpeg(plain(40, 40))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badPictures")
    void a_picture_that_cannot_be_used_is_refused_with_its_problem_and_not_kept(String slug, byte[] picture) {
        var applicant = TestApplicant.withConsent(http);
        applicant
                .selfie(picture)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + slug);
        applicant
                .document(picture)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + slug);
        assertThat(piecesOfEvidence(applicant)).isZero();
        assertThat(applicant.state().get("selfie").isNull()).isTrue();
    }

    @Test
    void two_faces_in_a_selfie_are_refused_and_not_kept() throws IOException {
        var applicant = TestApplicant.withConsent(http);
        applicant
                .selfie(jpeg(sideBySide(Pictures.SELFIE_OF_A, Pictures.SELFIE_OF_D)))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/several-faces");
        assertThat(piecesOfEvidence(applicant)).isZero();
    }

    private int piecesOfEvidence(TestApplicant applicant) {
        return jdbc.sql("select count(*) from evidence where application_id = :id")
                .param("id", UUID.fromString(applicant.id))
                .query(Integer.class)
                .single();
    }

    private static BufferedImage plain(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(90, 140, 200));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    private static BufferedImage sideBySide(byte[] left, byte[] right) throws IOException {
        var first = ImageIO.read(new ByteArrayInputStream(left));
        var second = ImageIO.read(new ByteArrayInputStream(right));
        int height = Math.min(first.getHeight(), second.getHeight());
        var both = new BufferedImage(first.getWidth() + second.getWidth(), height, BufferedImage.TYPE_INT_RGB);
        var graphics = both.createGraphics();
        graphics.drawImage(first, 0, 0, null);
        graphics.drawImage(second, first.getWidth(), 0, null);
        graphics.dispose();
        return both;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    /** 400 million equal pixels in half a megabyte: what a decoder must not unpack. */
    private static byte[] pngOfOneColour(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 0, 0, 0, 0})
                        .array());
        var pixels = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(pixels)) {
            var row = new byte[width + 1];
            for (int y = 0; y < height; y++) {
                deflated.write(row);
            }
        }
        chunk(out, "IDAT", pixels.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) throws IOException {
        var body = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        var sum = new CRC32();
        sum.update(body);
        out.write(ByteBuffer.allocate(4).putInt(data.length).array());
        out.write(body);
        out.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
