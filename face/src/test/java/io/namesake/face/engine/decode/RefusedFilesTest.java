package io.namesake.face.engine.decode;

import static io.namesake.face.UnusableReason.IMAGE_DAMAGED;
import static io.namesake.face.UnusableReason.IMAGE_TOO_SMALL;
import static io.namesake.face.UnusableReason.NOT_AN_IMAGE;
import static io.namesake.face.UnusableReason.TOO_MANY_BYTES;
import static io.namesake.face.UnusableReason.TOO_MANY_PIXELS;
import static io.namesake.face.UnusableReason.UNSUPPORTED_FORMAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.namesake.face.ImageLimits;
import io.namesake.face.UnusableReason;
import io.namesake.face.engine.UnusablePicture;
import io.namesake.face.support.Encoded;
import io.namesake.face.support.Pictures;
import io.namesake.face.support.Webp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedFilesTest {
    private final PictureDecoder decoder = new PictureDecoder(ImageLimits.DEFAULT);
    private final BufferedImage gradient = Pictures.gradient(200, 150);

    @Test
    void what_is_no_picture_is_refused() {
        assertRefused(NOT_AN_IMAGE, new byte[0]);
        assertRefused(NOT_AN_IMAGE, "<html>hello</html>".getBytes(StandardCharsets.UTF_8));
        assertRefused(NOT_AN_IMAGE, "%PDF-1.7 and so on".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void pictures_of_other_formats_are_named_as_such() {
        assertRefused(UNSUPPORTED_FORMAT, "GIF89a......".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(UNSUPPORTED_FORMAT, "\0\0\0\u0018ftypheic\0\0\0\0mif1".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(UNSUPPORTED_FORMAT, "II*\0\b\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_png_of_20000_by_20000_is_refused_by_its_header_alone() {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(20_000)
                .putInt(20_000)
                .put(new byte[] {1, 0, 0, 0, 0})
                .array();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(PngFile.SIGNATURE.getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(Encoded.chunk("IHDR", header));
        assertRefused(TOO_MANY_PIXELS, file.toByteArray());

        file.writeBytes(Encoded.chunk("IDAT", deflatedZeros(20_000 * 2501)));
        file.writeBytes(Encoded.chunk("IEND", new byte[0]));
        assertRefused(TOO_MANY_PIXELS, file.toByteArray());
    }

    @Test
    void a_jpeg_or_webp_of_too_many_pixels_is_refused_by_its_header_alone() {
        byte[] frame = HexFormat.of().parseHex("ffd8ffc0000b084e204e2001011100");
        assertRefused(TOO_MANY_PIXELS, frame);
        byte[] canvas = HexFormat.of().parseHex("5249464600ffff00574542505650385" + "80a00000000000000ffff3fffff3f");
        assertRefused(TOO_MANY_PIXELS, canvas);
    }

    @Test
    void a_png_whose_profile_inflates_to_a_gigabyte_is_read_without_it() throws UnusablePicture {
        byte[] gigabyte = deflatedZeros(1 << 30);
        byte[] profile = ByteBuffer.allocate(3 + gigabyte.length)
                .put(new byte[] {'a', 0, 0})
                .put(gigabyte)
                .array();
        byte[] bomb = Encoded.withChunk(Encoded.png(gradient), "iCCP", profile);
        byte[] textBomb = Encoded.withChunk(bomb, "zTXt", profile);
        assertThat(decoder.decode(textBomb).width()).isEqualTo(200);
    }

    @Test
    void a_progressive_jpeg_of_thousands_of_scans_is_refused() {
        byte[] jpeg = Encoded.progressiveJpeg(gradient);
        int scan = indexOf(jpeg, (byte) 0xDA);
        byte[] oneScan = Arrays.copyOfRange(jpeg, scan - 1, jpeg.length - 2);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(jpeg, 0, scan - 1);
        for (int i = 0; i < 1000; i++) {
            bomb.writeBytes(oneScan);
        }
        bomb.write(jpeg, jpeg.length - 2, 2);
        assertRefused(IMAGE_DAMAGED, bomb.toByteArray());
    }

    @Test
    void more_bytes_than_allowed_are_refused_unread() {
        PictureDecoder strict = new PictureDecoder(new ImageLimits(1000, 1_000_000, 1000, 64));
        assertThat(reason(strict, new byte[1001])).isEqualTo(TOO_MANY_BYTES);
    }

    @Test
    void a_picture_of_a_few_pixels_is_refused() {
        assertRefused(IMAGE_TOO_SMALL, Encoded.png(Pictures.gradient(300, 63)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 50, 80, 95, 99})
    void a_truncated_picture_is_damaged(int percent) {
        for (byte[] file : new byte[][] {
            Encoded.jpeg(gradient),
            Encoded.progressiveJpeg(gradient),
            Encoded.adobeCmykJpeg(gradient, false),
            Encoded.png(gradient),
            Webp.lossy()
        }) {
            int length = Math.max(16, file.length * percent / 100);
            assertRefused(IMAGE_DAMAGED, Arrays.copyOf(file, length));
        }
    }

    @Test
    void a_lossless_webp_is_refused_before_its_decoder_can_read_on_for_ever() {
        assertRefused(UNSUPPORTED_FORMAT, Webp.endlessLossless());
    }

    @Test
    void a_jpeg_that_ends_early_but_in_order_is_damaged() {
        byte[] jpeg = Encoded.jpeg(gradient);
        byte[] cut = Arrays.copyOf(jpeg, jpeg.length / 2);
        cut[cut.length - 2] = (byte) 0xFF;
        cut[cut.length - 1] = (byte) 0xD9;
        assertRefused(IMAGE_DAMAGED, cut);
    }

    @Test
    void a_png_whose_pixel_data_ends_early_but_in_order_is_damaged() {
        byte[] png = Encoded.png(gradient);
        int data = indexOf(png, "IDAT");
        int length = ByteBuffer.wrap(png).getInt(data - 4);
        ByteArrayOutputStream cut = new ByteArrayOutputStream();
        cut.write(png, 0, data - 4);
        cut.writeBytes(Encoded.chunk("IDAT", Arrays.copyOfRange(png, data + 4, data + 4 + length / 2)));
        cut.writeBytes(Encoded.chunk("IEND", new byte[0]));
        assertRefused(IMAGE_DAMAGED, cut.toByteArray());
    }

    @Test
    void a_png_with_a_wrong_check_sum_is_damaged() {
        byte[] png = Encoded.png(gradient);
        png[indexOf(png, "IDAT") + 20] ^= 1;
        assertRefused(IMAGE_DAMAGED, png);
    }

    private void assertRefused(UnusableReason expected, byte[] file) {
        assertThat(reason(decoder, file)).isEqualTo(expected);
    }

    private static UnusableReason reason(PictureDecoder decoder, byte[] file) {
        return assertThatExceptionOfType(UnusablePicture.class)
                .isThrownBy(() -> decoder.decode(file))
                .actual()
                .reason();
    }

    private static byte[] deflatedZeros(int length) {
        Deflater deflater = new Deflater(9);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 16];
        byte[] buffer = new byte[1 << 16];
        for (int left = length; left > 0; left -= zeros.length) {
            deflater.setInput(zeros, 0, Math.min(left, zeros.length));
            while (!deflater.needsInput()) {
                bytes.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            bytes.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return bytes.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte marker) {
        for (int i = 1; i < bytes.length; i++) {
            if (bytes[i - 1] == (byte) 0xFF && bytes[i] == marker) {
                return i;
            }
        }
        throw new IllegalArgumentException();
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
