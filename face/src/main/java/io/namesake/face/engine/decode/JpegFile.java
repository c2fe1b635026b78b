package io.namesake.face.engine.decode;

import io.namesake.face.ImageLimits;
import io.namesake.face.UnusableReason;
import io.namesake.face.engine.UnusablePicture;
import java.io.ByteArrayOutputStream;

/**
 * Walks through a JPEG file (ISO/IEC 10918-1, Annex B) marker by marker. Only the tables, the frame and its scans go on to the decoder. What the
 * components mean is decided here, as ISO/IEC 10918-5 and 10918-6 have it, and written into one Adobe marker, so that no decoder has
 * to guess.
 */
final class JpegFile {
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;
    private static final int SOS = 0xDA;
    private static final int EOI = 0xD9;

    /**
     * A progressive picture is decoded once per scan. Ten scans are usual; a hostile file has thousands. So the scans times the
     * pixels are bounded, and the scans themselves.
     */
    private static final int MAX_SCANS = 100;

    private static final int USUAL_SCANS = 12;

    private static final int NOT_SAID = -1;

    private final byte[] file;
    private final Bytes bytes;
    private final ImageLimits limits;
    private final ByteArrayOutputStream essentials;
    private Orientation orientation = Orientation.UPRIGHT;
    private int width;
    private int height;
    private int scans;
    private int components;
    private boolean namedRgb;
    private boolean jfif;
    /** The colour transform of an Adobe marker: 0 none, 1 YCbCr, 2 YCCK. */
    private int adobeTransform = NOT_SAID;

    JpegFile(byte[] file, ImageLimits limits) {
        this.file = file;
        this.bytes = Bytes.bigEndian(file);
        this.limits = limits;
        this.essentials = new ByteArrayOutputStream(file.length);
    }

    PictureFile open() throws UnusablePicture {
        int at = 2;
        while (true) {
            if (bytes.u8(at) != 0xFF) {
                throw PictureFile.damaged();
            }
            while (bytes.u8(at + 1) == 0xFF) {
                at++;
            }
            int marker = bytes.u8(at + 1);
            if (marker == EOI) {
                break;
            }
            int end = at + 2 + bytes.u16(at + 2);
            segment(marker, at, end);
            at = marker == SOS ? endOfScan(end) : end;
            if (marker == SOS) {
                essentials.write(file, end, at - end);
            }
        }
        if (scans == 0) {
            throw PictureFile.damaged();
        }
        essentials.write(0xFF);
        essentials.write(EOI);
        boolean yCbCr = components == 3 && isYCbCr();
        return new PictureFile(Format.JPEG, width, height, orientation, yCbCr, withColours());
    }

    private boolean isYCbCr() {
        if (adobeTransform != NOT_SAID) {
            return adobeTransform == 1;
        }
        return jfif || !namedRgb;
    }

    /** The essentials behind a marker that says what the components mean; grey needs none, and inks without one are not inverted. */
    private byte[] withColours() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(essentials.size() + 18);
        whole.write(0xFF);
        whole.write(0xD8);
        if (components == 3 || adobeTransform != NOT_SAID) {
            int transform = components == 3 ? isYCbCr() ? 1 : 0 : adobeTransform;
            whole.writeBytes(
                    new byte[] {(byte) 0xFF, (byte) APP14, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0});
            whole.write(transform);
        }
        whole.writeBytes(essentials.toByteArray());
        return whole.toByteArray();
    }

    private void segment(int marker, int at, int end) throws UnusablePicture {
        if (end > file.length || end < at + 4) {
            throw PictureFile.damaged();
        }
        boolean keep = switch (marker) {
            case 0xC0, 0xC1, 0xC2 -> frame(marker, at + 4);
            case 0xC4, 0xDB, 0xDD -> true;
            case SOS -> scan();
            case APP1 -> exif(at + 4, end);
            case APP0 -> jfif(at + 4);
            case APP14 -> adobe(at + 4, end);
            default -> other(marker);
        };
        if (keep) {
            essentials.write(file, at, end - at);
        }
    }

    private boolean frame(int marker, int at) throws UnusablePicture {
        boolean progressive = marker == 0xC2;
        if (width != 0) {
            throw PictureFile.damaged();
        }
        if (bytes.u8(at) != 8 || bytes.u16(at + 1) == 0) {
            throw new UnusablePicture(UnusableReason.UNSUPPORTED_FORMAT);
        }
        height = bytes.u16(at + 1);
        width = bytes.u16(at + 3);
        components = bytes.u8(at + 5);
        namedRgb = components == 3 && bytes.u8(at + 6) == 'R' && bytes.u8(at + 9) == 'G' && bytes.u8(at + 12) == 'B';
        PictureFile.check(width, height, progressive ? limits.maxPixels() / 2 : limits.maxPixels(), limits);
        return true;
    }

    private boolean scan() throws UnusablePicture {
        scans++;
        boolean tooMuchWork = (long) scans * width * height > USUAL_SCANS * limits.maxPixels();
        if (width == 0 || scans > MAX_SCANS || tooMuchWork) {
            throw PictureFile.damaged();
        }
        return true;
    }

    private boolean exif(int from, int to) {
        if (bytes.has(from, "Exif\0\0") && to - from > 6) {
            orientation = Orientation.fromTiff(bytes.slice(from + 6, to - from - 6));
        }
        return false;
    }

    private boolean jfif(int at) {
        jfif |= bytes.has(at, "JFIF\0");
        return false;
    }

    private boolean adobe(int at, int end) {
        if (bytes.has(at, "Adobe") && end - at >= 12) {
            adobeTransform = bytes.u8(at + 11);
        }
        return false;
    }

    /** Lossless, hierarchical and arithmetic frames cannot be read; application data and comments are not wanted. */
    private static boolean other(int marker) throws UnusablePicture {
        if (marker >= 0xC3 && marker <= 0xCF) {
            throw new UnusablePicture(UnusableReason.UNSUPPORTED_FORMAT);
        }
        if (marker < 0xC0 || (marker >= 0xD0 && marker <= 0xD8)) {
            throw PictureFile.damaged();
        }
        return false;
    }

    /** The place of the first marker after entropy-coded data; stuffed zeros and restart markers belong to the data. */
    private int endOfScan(int from) {
        int at = from;
        while (true) {
            if (bytes.u8(at) == 0xFF) {
                int next = bytes.u8(at + 1);
                boolean data = next == 0 || next == 0xFF || (next >= 0xD0 && next <= 0xD7);
                if (!data) {
                    return at;
                }
            }
            at++;
        }
    }
}
