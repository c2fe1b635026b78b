package io.namesake.face.engine.decode;

import io.namesake.face.ImageLimits;
import io.namesake.face.UnusableReason;
import io.namesake.face.engine.UnusablePicture;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Walks through a PNG file (ISO/IEC 15948) chunk by chunk. The decoder gets the header, the palette, its transparency and the pixel data in
 * one piece: a compressed colour profile or text can inflate a thousandfold, and the JDK's reader would inflate it.
 */
final class PngFile {
    static final String SIGNATURE = "\u0089PNG\r\n\032\n";
    private static final int MAX_EXIF = 1 << 16;

    private final byte[] file;
    private final Bytes bytes;
    private final ImageLimits limits;
    private final ByteArrayOutputStream essentials;
    private final ByteArrayOutputStream pixelData;
    private Orientation orientation = Orientation.UPRIGHT;

    PngFile(byte[] file, ImageLimits limits) {
        this.file = file;
        this.bytes = Bytes.bigEndian(file);
        this.limits = limits;
        this.essentials = new ByteArrayOutputStream(file.length);
        this.pixelData = new ByteArrayOutputStream(file.length);
    }

    PictureFile open() throws UnusablePicture {
        int at = SIGNATURE.length();
        if (!bytes.has(at + 4, "IHDR") || bytes.u32(at) != 13) {
            throw PictureFile.damaged();
        }
        long width = bytes.u32(at + 8);
        long height = bytes.u32(at + 12);
        PictureFile.check(width, height, limits.maxPixels(), limits);

        essentials.writeBytes(SIGNATURE.getBytes(StandardCharsets.ISO_8859_1));
        while (!bytes.has(at + 4, "IEND")) {
            int length = Math.toIntExact(Math.min(bytes.u32(at), Integer.MAX_VALUE / 2));
            chunk(at, length);
            at += 12 + length;
        }
        if (pixelData.size() == 0) {
            throw PictureFile.damaged();
        }
        write("IDAT", pixelData.toByteArray());
        write("IEND", new byte[0]);
        return new PictureFile(Format.PNG, (int) width, (int) height, orientation, false, essentials.toByteArray());
    }

    private void chunk(int at, int length) throws UnusablePicture {
        int data = at + 8;
        if (data + length + 4 > file.length) {
            throw PictureFile.damaged();
        }
        String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
        switch (type) {
            case "IHDR", "PLTE", "tRNS" -> {
                checkSum(at, length);
                essentials.write(file, at, length + 12);
            }
            case "IDAT" -> {
                checkSum(at, length);
                pixelData.write(file, data, length);
            }
            case "eXIf" -> {
                if (length <= MAX_EXIF) {
                    orientation = Orientation.fromTiff(bytes.slice(data, length));
                }
            }
            default -> {
                boolean critical = Character.isUpperCase(type.charAt(0));
                if (critical) {
                    throw new UnusablePicture(UnusableReason.UNSUPPORTED_FORMAT);
                }
            }
        }
    }

    private void checkSum(int at, int length) throws UnusablePicture {
        CRC32 sum = new CRC32();
        sum.update(file, at + 4, length + 4);
        if (sum.getValue() != bytes.u32(at + 8 + length)) {
            throw PictureFile.damaged();
        }
    }

    private void write(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        essentials.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        essentials.writeBytes(name);
        essentials.writeBytes(data);
        essentials.writeBytes(
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
