package io.namesake.face.engine.decode;

import io.namesake.face.UnusableReason;
import io.namesake.face.engine.UnusablePicture;
import java.util.List;

/** The picture formats that are read, recognised by their first bytes and never by a name or a media type. */
enum Format {
    JPEG,
    PNG,
    WEBP;

    /** First bytes of pictures that people do send, but that are not read: said so, rather than "not an image". */
    private static final List<String> OTHERS = List.of(
            "GIF87a", "GIF89a", "BM", "II*\0", "MM\0*", "\0\0\1\0", "8BPS", "\0\0\0\fjP  ", "\u00FF\n", "\0\0\0\fJXL ");

    static Format of(byte[] file) throws UnusablePicture {
        Bytes bytes = Bytes.bigEndian(file);
        if (bytes.has(0, "\u00FF\u00D8\u00FF")) {
            return JPEG;
        }
        if (bytes.has(0, PngFile.SIGNATURE)) {
            return PNG;
        }
        if (bytes.has(0, "RIFF") && bytes.has(8, "WEBP")) {
            return WEBP;
        }
        boolean known = OTHERS.stream().anyMatch(start -> bytes.has(0, start)) || isHeifFamily(bytes);
        throw new UnusablePicture(known ? UnusableReason.UNSUPPORTED_FORMAT : UnusableReason.NOT_AN_IMAGE);
    }

    /** HEIC and AVIF: an ISO base media file (ISO/IEC 14496-12) whose brand names a still picture. */
    private static boolean isHeifFamily(Bytes bytes) {
        return bytes.has(4, "ftyp")
                && List.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis").stream()
                        .anyMatch(brand -> bytes.has(8, brand));
    }
}
