package io.namesake.document.print.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.document.DocumentUnreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the bytes are, the answer is a page of bounded size or a refusal. */
class HostilePicturesProperties {
    private static final byte[] JPEG = Jpeg.write(picture(), 0.8);
    private static final byte[] PNG = png();
    private static final byte[] LOSSY_WEBP = WebpFiles.lossy();

    @Property(tries = 1_500)
    void damaged_pictures_are_a_page_or_a_refusal(@ForAll @IntRange(max = 2) int which, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] file = List.of(JPEG, PNG, LOSSY_WEBP).get(which).clone();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            file[random.nextInt(Math.min(file.length, random.nextBoolean() ? 700 : file.length))] =
                    (byte) random.nextInt(256);
        }
        decode(random.nextInt(3) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file);
    }

    @Property(tries = 500)
    void any_bytes_may_come(@ForAll byte[] bytes) {
        decode(bytes);
        decode(joined(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, bytes));
        decode(joined("RIFF....WEBPVP8X".getBytes(US_ASCII), bytes));
    }

    @Example
    void a_picture_that_says_it_is_huge_is_refused_before_it_is_decoded() {
        ByteBuffer huge = ByteBuffer.wrap(PNG.clone());
        huge.putInt(16, 60_000).putInt(20, 60_000);
        CRC32 crc = new CRC32();
        crc.update(huge.array(), 12, 17);
        huge.putInt(29, (int) crc.getValue());
        assertThatThrownBy(() -> PageDecoder.decode(huge.array()))
                .isInstanceOf(DocumentUnreadable.class)
                .hasMessageContaining("megapixels");
    }

    @Example
    void too_many_bytes_and_too_few_pixels_are_refused() {
        assertThatThrownBy(() -> PageDecoder.decode(new byte[PageDecoder.MOST_BYTES + 1]))
                .isInstanceOf(DocumentUnreadable.class)
                .hasMessageContaining("MiB");
        assertThatThrownBy(() -> PageDecoder.decode(Jpeg.write(new Page(20, 20, new int[400]), 0.9)))
                .isInstanceOf(DocumentUnreadable.class)
                .hasMessageContaining("smaller");
    }

    @Example
    void a_lossless_or_moving_webp_is_refused_before_its_decoder_can_read_on_for_ever() {
        byte[] lossless = WebpFiles.endlessLossless();
        assertThatThrownBy(() -> PageDecoder.decode(lossless))
                .isInstanceOf(DocumentUnreadable.class)
                .hasMessageContaining("JPEG or a PNG");
        byte[] moving = lossless.clone();
        System.arraycopy("ANMF".getBytes(US_ASCII), 0, moving, 12, 4);
        assertThatThrownBy(() -> PageDecoder.decode(moving))
                .isInstanceOf(DocumentUnreadable.class)
                .hasMessageContaining("JPEG or a PNG");
    }

    @Example
    void a_lossy_webp_is_read_and_what_else_is_in_its_file_is_not() throws DocumentUnreadable {
        byte[] transparency = HexFormat.of().parseHex("414c504804000000" + "01ffffff");
        byte[] with = ByteBuffer.allocate(LOSSY_WEBP.length + transparency.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(LOSSY_WEBP, 0, 12)
                .put(transparency)
                .put(LOSSY_WEBP, 12, LOSSY_WEBP.length - 12)
                .putInt(4, LOSSY_WEBP.length + transparency.length - 8)
                .array();
        Page page = PageDecoder.decode(with);
        assertThat(page.width()).isEqualTo(96);
        assertThat(page.height()).isEqualTo(64);
        assertThat(page.pixels()).isEqualTo(PageDecoder.decode(LOSSY_WEBP).pixels());
        assertThat(page.at(20, 10) >> 16 & 0xFF).isGreaterThan(240);
        assertThat(page.at(80, 50) & 0xFF).isGreaterThan(240);
        for (int length = 0; length < LOSSY_WEBP.length; length++) {
            decode(Arrays.copyOf(LOSSY_WEBP, length));
        }
    }

    private static void decode(byte[] file) {
        try {
            Page page = PageDecoder.decode(file);
            assertThat(page.width() * page.height()).isBetween(1, 5_000_000);
        } catch (DocumentUnreadable refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static Page picture() {
        int[] pixels = new int[200 * 160];
        new Random(1).ints(pixels.length, 0, 1 << 24).forEach(pixel -> pixels[pixel % pixels.length] = pixel);
        return new Page(200, 160, pixels);
    }

    private static byte[] png() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture().image(), "png", out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
