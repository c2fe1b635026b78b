package io.namesake.cli.report;

import java.util.Base64;

/** A picture inside of a page (RFC 2397). */
final class DataAddress {
    private DataAddress() {}

    /** @param picture the bytes of a JPEG, PNG or WebP file */
    static String of(byte[] picture) {
        return "data:image/" + format(picture) + ";base64,"
                + Base64.getEncoder().encodeToString(picture);
    }

    private static String format(byte[] picture) {
        return switch (picture.length == 0 ? 0 : picture[0] & 0xFF) {
            case 0x89 -> "png";
            case 'R' -> "webp";
            default -> "jpeg";
        };
    }
}
