package io.namesake.authority.internal;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads a record of ISO/IEC 19794-5:2011 and asks of it what MOSIP's own validator asks of authentication devices. */
final class FaceRecordReader {
    private FaceRecordReader() {}

    /** When it was taken, and the pixels. */
    record Face(Instant takenAt, BufferedImage picture) {}

    /** @return empty when the validator would refuse it */
    static Optional<Face> read(byte[] record) throws IOException {
        var in = ByteBuffer.wrap(record);
        boolean header = in.getInt() == 0x46414300
                && in.getInt() == 0x30333000
                && in.getInt() == record.length
                && in.getShort() == 1
                && in.get() == 0
                && in.getShort() == 0
                && in.getInt() == record.length - 17;
        if (!header) {
            return Optional.empty();
        }
        var takenAt = time(in);
        // Technology, vendor, type.
        in.position(in.position() + 1 + 2 + 2);
        int qualityBlocks = in.get() & 0xFF;
        in.position(in.position() + 5 * qualityBlocks);
        int landmarks = in.getShort();
        in.position(in.position() + 15);
        int imageType = in.get();
        int compression = in.get();
        int width = in.getShort() & 0xFFFF;
        int height = in.getShort() & 0xFFFF;
        in.position(in.position() + 1 + 2 + 1);
        int colours = in.get();
        byte[] file = new byte[in.getInt()];
        in.get(file);
        if (landmarks != 0 || imageType != 0 || compression != 1 || colours != 1 || in.hasRemaining()) {
            return Optional.empty();
        }
        var picture = jpeg2000(file);
        return picture.getWidth() == width && picture.getHeight() == height
                ? Optional.of(new Face(takenAt, picture))
                : Optional.empty();
    }

    private static Instant time(ByteBuffer in) {
        var seconds = LocalDateTime.of(in.getShort(), in.get(), in.get(), in.get(), in.get(), in.get());
        return seconds.toInstant(ZoneOffset.UTC).plusMillis(in.getShort());
    }

    private static BufferedImage jpeg2000(byte[] file) throws IOException {
        var reader = new J2KImageReaderSpi().createReaderInstance(null);
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream, true, true);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }
}
