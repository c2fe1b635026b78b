package io.namesake.face.engine.decode;

import io.namesake.face.ImageLimits;
import io.namesake.face.UnusableReason;
import io.namesake.face.engine.UnusablePicture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Walks through a WebP file (RFC 9649) chunk by chunk. The decoder gets the one lossy frame alone, as a file in the simple format. Animations are not read;
 * nor is what is lossless, a plane of transparency too: its decoder reads on for ever behind the end of a file of sixty bytes (ADR 50).
 */
final class WebpFile {
    private static final int ANIMATION = 0x02;
    private static final int MAX_EXIF = 1 << 16;

    private final byte[] file;
    private final Bytes bytes;
    private final ImageLimits limits;
    private Orientation orientation = Orientation.UPRIGHT;
    private PictureFile frame;

    WebpFile(byte[] file, ImageLimits limits) {
        this.file = file;
        this.bytes = Bytes.littleEndian(file);
        this.limits = limits;
    }

    PictureFile open() throws UnusablePicture {
        long end = 8 + bytes.u32(4);
        if (end > file.length) {
            checkWhatTheHeaderSays();
            throw PictureFile.damaged();
        }
        int at = 12;
        while (at + 8 <= end) {
            long length = bytes.u32(at + 4);
            if (at + 8 + length > end) {
                throw PictureFile.damaged();
            }
            chunk(at, (int) length);
            at += 8 + (int) length + (int) (length & 1);
        }
        if (frame == null) {
            throw PictureFile.damaged();
        }
        return new PictureFile(Format.WEBP, frame.width(), frame.height(), orientation, false, frame.essentials());
    }

    /** A truncated file that announces too many pixels is refused for that: what matters most comes first. */
    private void checkWhatTheHeaderSays() throws UnusablePicture {
        if (bytes.has(12, "VP8X")) {
            PictureFile.check(1 + u24(24), 1 + u24(27), limits.maxPixels() / 2, limits);
        }
    }

    private void chunk(int at, int length) throws UnusablePicture {
        int data = at + 8;
        if (bytes.has(at, "VP8X")) {
            if ((bytes.u8(data) & ANIMATION) != 0) {
                throw new UnusablePicture(UnusableReason.UNSUPPORTED_FORMAT);
            }
            PictureFile.check(1 + u24(data + 4), 1 + u24(data + 7), limits.maxPixels() / 2, limits);
        } else if (bytes.has(at, "VP8 ")) {
            frame(at, length, bytes.u16(data + 6) & 0x3FFF, bytes.u16(data + 8) & 0x3FFF);
        } else if (bytes.has(at, "VP8L")) {
            throw new UnusablePicture(UnusableReason.UNSUPPORTED_FORMAT);
        } else if (bytes.has(at, "EXIF") && length <= MAX_EXIF) {
            exif(data, length);
        }
    }

    private void frame(int at, int length, int width, int height) throws UnusablePicture {
        if (frame != null) {
            throw PictureFile.damaged();
        }
        PictureFile.check(width, height, limits.maxPixels() / 2, limits);
        frame = new PictureFile(Format.WEBP, width, height, Orientation.UPRIGHT, false, simpleFile(at, length));
    }

    private byte[] simpleFile(int at, int length) {
        int padded = 8 + length + (length & 1);
        return ByteBuffer.allocate(12 + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(4 + padded)
                .put("WEBP".getBytes(StandardCharsets.ISO_8859_1))
                .put(file, at, 8 + length)
                .array();
    }

    /** The chunk holds a TIFF structure; some writers put JPEG's "Exif" prefix before it. */
    private void exif(int data, int length) {
        int prefix = bytes.has(data, "Exif\0\0") ? 6 : 0;
        orientation = Orientation.fromTiff(bytes.slice(data + prefix, length - prefix));
    }

    private int u24(int at) {
        return bytes.u16(at) | bytes.u8(at + 2) << 16;
    }
}
