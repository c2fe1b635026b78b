package io.namesake.face.engine.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.ImageLimits;
import io.namesake.face.engine.UnusablePicture;
import io.namesake.face.support.SoundFiles;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the bytes are, decoding yields a picture within limits or a typed answer. */
class HostileBytesTest {
    private static final ImageLimits LIMITS = new ImageLimits(1 << 20, 1_000_000, 4000, 1);
    private static final List<String> BEGINNINGS = List.of(
            "",
            "\u00FF\u00D8\u00FF",
            "\u0089PNG\r\n\032\n\0\0\0\rIHDR",
            "RIFF\u00F0\0\0\0WEBPVP8 ",
            "RIFF\u00F0\0\0\0WEBPVP8L",
            "RIFF\u00F0\0\0\0WEBPVP8X");

    private final PictureDecoder decoder = new PictureDecoder(LIMITS);
    private final List<byte[]> sound = SoundFiles.ofEachForm();

    @Property(tries = 1500)
    void random_bytes_after_any_beginning(
            @ForAll @IntRange(max = 5) int beginning, @ForAll @Size(max = 300) byte[] rest) {
        byte[] start = BEGINNINGS.get(beginning).getBytes(StandardCharsets.ISO_8859_1);
        assertAnswered(ByteBuffer.allocate(start.length + rest.length)
                .put(start)
                .put(rest)
                .array());
    }

    @Property(tries = 2500)
    void a_sound_file_with_some_bytes_changed(
            @ForAll @IntRange(max = 6) int file, @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int changes) {
        byte[] mutated = sound.get(file).clone();
        Random random = new Random(seed);
        // Half of the changes hit the first bytes, where the structure is.
        for (int i = 0; i < changes; i++) {
            int reach = random.nextBoolean() ? Math.min(200, mutated.length) : mutated.length;
            mutated[random.nextInt(reach)] = (byte) random.nextInt();
        }
        assertAnswered(mutated);
    }

    @Property(tries = 500)
    void a_sound_file_cut_anywhere_and_run_on_with_another(
            @ForAll @IntRange(max = 6) int first, @ForAll @IntRange(max = 6) int second, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] head = sound.get(first);
        byte[] tail = sound.get(second);
        byte[] joined = Arrays.copyOf(head, random.nextInt(head.length) + random.nextInt(tail.length));
        int cut = random.nextInt(joined.length + 1);
        for (int i = cut; i < joined.length; i++) {
            joined[i] = tail[i % tail.length];
        }
        assertAnswered(joined);
    }

    private void assertAnswered(byte[] file) {
        try {
            Picture picture = decoder.decode(file);
            assertThat((long) picture.fileWidth() * picture.fileHeight()).isLessThanOrEqualTo(LIMITS.maxPixels());
        } catch (UnusablePicture answer) {
            assertThat(answer.reason()).isNotNull();
        }
    }
}
