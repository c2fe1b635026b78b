package io.namesake.document;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes JPEG 2000 (ISO/IEC 15444-1). What the headers announce is looked at before the decoder is: it reserves memory for every tile, layer and component
 * of them.
 */
final class Jpeg2000 {
    private static final int SOC_SIZ = 0xFF4FFF51;
    private static final int COD = 0xFF52;
    private static final int SOT = 0xFF90;
    private static final int CODESTREAM_BOX = 'j' << 24 | 'p' << 16 | '2' << 8 | 'c';
    private static final int MOST_PIXELS = 4_000_000;
    private static final int LONGEST_SIDE = 4_000;
    private static final int MOST_TILES = 64;
    private static final int MOST_COMPONENTS = 4;
    private static final int MOST_BITS = 8;
    private static final int MOST_LAYERS = 64;
    private static final int MOST_LEVELS = 10;
    /** Smaller precincts than 2^5 make more bookkeeping than picture. */
    private static final int SMALLEST_PRECINCT = 5;

    private Jpeg2000() {}

    static byte[] png(byte[] picture) throws DocumentUnreadable {
        check(picture);
        BufferedImage image = decoded(picture);
        // A decoder that believes another header than the one that was looked at is not believed.
        if (!fits(image.getWidth(), image.getHeight())) {
            throw new DocumentUnreadable("the portrait is too large");
        }
        try {
            BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
            plain.createGraphics().drawImage(image, 0, 0, null);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(plain, "png", png);
            return png.toByteArray();
        } catch (IOException | RuntimeException malformed) {
            throw damaged();
        }
    }

    private static BufferedImage decoded(byte[] picture) throws DocumentUnreadable {
        ImageReader reader;
        try {
            reader = new J2KImageReaderSpi().createReaderInstance(null);
        } catch (IOException | RuntimeException absent) {
            throw new IllegalStateException(absent);
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            reader.setInput(in, true, true);
            return reader.read(0);
        } catch (IOException | RuntimeException malformed) {
            throw damaged();
        } finally {
            reader.dispose();
        }
    }

    /** Walks the main header (annex A.5 and A.6) up to the first tile. */
    private static void check(byte[] picture) throws DocumentUnreadable {
        try {
            ByteBuffer in = ByteBuffer.wrap(picture, codestream(picture), picture.length - codestream(picture))
                    .slice();
            if (in.getInt() != SOC_SIZ) {
                throw damaged();
            }
            size(in.slice());
            boolean coded = false;
            for (int marker = 0xFF51; marker != SOT; marker = in.getShort() & 0xFFFF) {
                if (marker == COD) {
                    coding(in.slice());
                    coded = true;
                }
                int length = in.getShort(in.position()) & 0xFFFF;
                if (length < 2) {
                    throw damaged();
                }
                in.position(in.position() + length);
            }
            if (!coded) {
                throw damaged();
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException tooShort) {
            throw damaged();
        }
    }

    private static void size(ByteBuffer in) throws DocumentUnreadable {
        in.getInt();
        long width = in.getInt() & 0xFFFFFFFFL;
        long height = in.getInt() & 0xFFFFFFFFL;
        long left = in.getInt() & 0xFFFFFFFFL;
        long top = in.getInt() & 0xFFFFFFFFL;
        long tileWidth = in.getInt() & 0xFFFFFFFFL;
        long tileHeight = in.getInt() & 0xFFFFFFFFL;
        long tileLeft = in.getInt();
        long tileTop = in.getInt();
        int components = in.getShort() & 0xFFFF;
        if (left != 0 || top != 0 || tileLeft != 0 || tileTop != 0 || !fits(width, height)) {
            throw new DocumentUnreadable("the portrait is of a size that no portrait has");
        }
        if (tileWidth == 0 || tileHeight == 0 || tiles(width, tileWidth) * tiles(height, tileHeight) > MOST_TILES) {
            throw new DocumentUnreadable("the portrait is cut into too many tiles");
        }
        if (components == 0 || components > MOST_COMPONENTS) {
            throw new DocumentUnreadable("the portrait has " + components + " colours");
        }
        for (int i = 0; i < components; i++) {
            int bits = (in.get() & 0x7F) + 1;
            if (bits > MOST_BITS || in.get() != 1 || in.get() != 1) {
                throw new DocumentUnreadable("the portrait's colours are of a kind that no portrait has");
            }
        }
    }

    private static void coding(ByteBuffer in) throws DocumentUnreadable {
        in.getShort();
        boolean ownPrecincts = (in.get() & 1) != 0;
        in.get();
        int layers = in.getShort() & 0xFFFF;
        in.get();
        int levels = in.get() & 0xFF;
        if (layers == 0 || layers > MOST_LAYERS || levels > MOST_LEVELS) {
            throw new DocumentUnreadable("the portrait has more layers than any portrait");
        }
        in.get();
        in.get();
        in.getShort();
        for (int i = 0; ownPrecincts && i <= levels; i++) {
            int both = in.get() & 0xFF;
            if ((both & 0x0F) < SMALLEST_PRECINCT || both >> 4 < SMALLEST_PRECINCT) {
                throw new DocumentUnreadable("the portrait is cut into too many precincts");
            }
        }
    }

    /** Where the codestream begins: at once, or in its box (annex I.5.4). */
    private static int codestream(byte[] picture) throws DocumentUnreadable {
        ByteBuffer in = ByteBuffer.wrap(picture);
        if (picture.length >= 4 && in.getInt(0) == SOC_SIZ) {
            return 0;
        }
        int at = 0;
        while (at >= 0 && at + 8 <= picture.length) {
            if (in.getInt(at + 4) == CODESTREAM_BOX) {
                return in.getInt(at) == 1 ? at + 16 : at + 8;
            }
            int length = in.getInt(at);
            if (length < 8) {
                throw damaged();
            }
            at += length;
        }
        throw damaged();
    }

    private static long tiles(long whole, long tile) {
        return (whole + tile - 1) / tile;
    }

    private static boolean fits(long width, long height) {
        return width > 0
                && height > 0
                && width <= LONGEST_SIDE
                && height <= LONGEST_SIDE
                && width * height <= MOST_PIXELS;
    }

    private static DocumentUnreadable damaged() {
        return new DocumentUnreadable("the portrait is a damaged JPEG 2000");
    }
}
