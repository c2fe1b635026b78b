package io.namesake.document;

import java.awt.image.BufferedImage;
import java.util.Objects;

/**
 * The picture of the holder, as the document holds it.
 *
 * @param format of the bytes
 * @param bytes a whole file of that format
 */
public record Portrait(Format format, byte[] bytes) {

    /** The picture formats of data group 2. */
    public enum Format {
        JPEG,
        JPEG_2000
    }

    public Portrait {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(bytes, "bytes");
    }

    /**
     * What the bytes of a picture begin with decides, not what a header says of them.
     *
     * @throws DocumentUnreadable when they are neither JPEG nor JPEG 2000
     */
    public static Portrait of(byte[] picture) throws DocumentUnreadable {
        if (startsWith(picture, 0xFF, 0xD8, 0xFF)) {
            return new Portrait(Format.JPEG, picture);
        }
        if (startsWith(picture, 0, 0, 0, 0x0C, 'j', 'P', ' ', ' ') || startsWith(picture, 0xFF, 0x4F, 0xFF, 0x51)) {
            return new Portrait(Format.JPEG_2000, picture);
        }
        throw new DocumentUnreadable("the portrait is neither JPEG nor JPEG 2000");
    }

    /** An image as JPEG 2000, lossy, as most passports hold it. @param rate bits a pixel, above 0; passports are at about 1 */
    public static Portrait jpeg2000(BufferedImage image, double rate) {
        return new Portrait(Format.JPEG_2000, Jpeg2000Encoder.encoded(image, rate));
    }

    /**
     * The picture in a format that face comparison and browsers read: JPEG as it is, JPEG 2000 as a PNG of the same pixels. For bytes that a
     * trusted issuer signed only; see {@link IdentityEvidence#portraitPicture()}.
     *
     * @throws DocumentUnreadable when it is a JPEG 2000 that is damaged, or of a size or kind that no portrait has
     */
    byte[] jpegOrPng() throws DocumentUnreadable {
        return switch (format) {
            case JPEG -> bytes;
            case JPEG_2000 -> Jpeg2000.png(bytes);
        };
    }

    private static boolean startsWith(byte[] picture, int... start) {
        if (picture.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((picture[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
