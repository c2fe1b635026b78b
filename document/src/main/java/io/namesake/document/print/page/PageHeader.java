package io.namesake.document.print.page;

import io.namesake.document.DocumentUnreadable;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a picture file says of itself, read before any pixel is decoded, and the file without what the pixels do not need.
 *
 * @param format of the file, by its first bytes
 * @param width as stored, before orientation
 * @param height likewise
 * @param orientation Exif's value, 1 to 8 (Exif 2.32, 4.6.4 A)
 * @param essentials the bytes that go to the decoder
 */
record PageHeader(Format format, int width, int height, int orientation, byte[] essentials) {
    enum Format {
        JPEG,
        PNG,
        WEBP
    }

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    /** A progressive picture is decoded once per scan; ten are usual. */
    private static final int MOST_SCANS = 20;

    /** By the first bytes. */
    static Optional<Format> format(byte[] file) {
        if (startsWith(file, 0, JPEG)) {
            return Optional.of(Format.JPEG);
        }
        if (startsWith(file, 0, PNG)) {
            return Optional.of(Format.PNG);
        }
        return startsWith(file, 0, ascii("RIFF")) && startsWith(file, 8, ascii("WEBP"))
                ? Optional.of(Format.WEBP)
                : Optional.empty();
    }

    static PageHeader of(byte[] file) throws DocumentUnreadable {
        Format format = format(file)
                .orElseThrow(() -> new DocumentUnreadable("this is no picture that can be read (JPEG, PNG or WebP)"));
        ByteBuffer in = ByteBuffer.wrap(file);
        try {
            return switch (format) {
                case JPEG -> jpeg(in);
                case PNG -> png(in);
                case WEBP -> webp(in);
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException beyondTheEnd) {
            throw damaged();
        }
    }

    static DocumentUnreadable damaged() {
        return new DocumentUnreadable("the picture's file is damaged");
    }

    /** ISO/IEC 10918-1, Annex B: segments up to the picture's frame, and how many scans there are. */
    private static PageHeader jpeg(ByteBuffer in) throws DocumentUnreadable {
        int at = 2;
        int orientation = 1;
        int width = 0;
        int height = 0;
        int scans = 0;
        while (at + 4 <= in.limit()) {
            if ((in.get(at) & 0xFF) != 0xFF) {
                at++;
                continue;
            }
            int marker = in.get(at + 1) & 0xFF;
            boolean alone = marker == 0 || marker == 0xFF || marker >= 0xD0 && marker <= 0xD8;
            if (alone) {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }
            if (marker == 0xD9) {
                break;
            }
            int length = in.getShort(at + 2) & 0xFFFF;
            if (marker == 0xC0 || marker == 0xC1 || marker == 0xC2) {
                if (width != 0) {
                    throw damaged();
                }
                height = in.getShort(at + 5) & 0xFFFF;
                width = in.getShort(at + 7) & 0xFFFF;
            } else if (marker >= 0xC3 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                throw new DocumentUnreadable("the picture is of an unusual kind of JPEG");
            } else if (marker == 0xE1 && startsWith(in.array(), at + 4, ascii("Exif\0\0"))) {
                orientation = Exif.orientation(in.slice(at + 10, Math.max(0, length - 8)));
            } else if (marker == 0xDA && ++scans > MOST_SCANS) {
                throw damaged();
            }
            at += 2 + length;
        }
        if (scans == 0) {
            throw damaged();
        }
        return new PageHeader(Format.JPEG, width, height, orientation, in.array());
    }

    /** ISO/IEC 15948: only the chunks that make pixels; text and profiles may hide anything. */
    private static PageHeader png(ByteBuffer in) throws DocumentUnreadable {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(in.limit());
        kept.writeBytes(PNG);
        int at = PNG.length;
        int width = 0;
        int height = 0;
        while (at + 12 <= in.limit()) {
            int length = in.getInt(at);
            if (length < 0 || length > in.limit() - at - 12) {
                throw damaged();
            }
            String type = new String(in.array(), at + 4, 4, StandardCharsets.US_ASCII);
            if (type.equals("IHDR")) {
                width = in.getInt(at + 8);
                height = in.getInt(at + 12);
            }
            if (type.matches("IHDR|PLTE|tRNS|IDAT|IEND")) {
                kept.write(in.array(), at, length + 12);
            }
            at += length + 12;
        }
        return new PageHeader(Format.PNG, width, height, 1, kept.toByteArray());
    }

    /**
     * RFC 9649: the one lossy frame alone, in the simple format. Lossless pictures are refused, and a plane of transparency, which is one, is left out: their
     * decoder reads on for ever behind the end of a file of sixty bytes (ADR 50).
     */
    private static PageHeader webp(ByteBuffer in) throws DocumentUnreadable {
        int at = 12;
        while (at + 18 <= in.limit()) {
            String type = new String(in.array(), at, 4, StandardCharsets.US_ASCII);
            int length = Integer.reverseBytes(in.getInt(at + 4));
            if (length < 0 || length > in.limit() - at - 8) {
                throw damaged();
            }
            switch (type) {
                case "VP8 " -> {
                    int width = little(in, at + 14, 2) & 0x3FFF;
                    int height = little(in, at + 16, 2) & 0x3FFF;
                    return new PageHeader(Format.WEBP, width, height, 1, simple(in, at, 8 + length));
                }
                case "VP8L", "ANMF" ->
                    throw new DocumentUnreadable(
                            "the picture is of an unusual kind of WebP, lossless or moving: send a JPEG or a PNG");
                default -> at += 8 + length + (length & 1);
            }
        }
        throw damaged();
    }

    /** A file with this chunk alone. */
    private static byte[] simple(ByteBuffer in, int at, int length) {
        int padded = length + (length & 1);
        return ByteBuffer.allocate(12 + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(4 + padded)
                .put(ascii("WEBP"))
                .put(in.array(), at, length)
                .array();
    }

    private static int little(ByteBuffer in, int at, int bytes) {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (in.get(at + i) & 0xFF) << 8 * i;
        }
        return value;
    }

    private static boolean startsWith(byte[] file, int at, byte[] start) {
        if (file.length < at + start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (file[at + i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
