package io.namesake.cli;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import io.namesake.document.Portrait;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** What JPEG 2000 leaves of a portrait when it must fit into so many bytes, as on a passport's chip. */
final class ChipPortrait {
    private static final double LESS = 0.9;

    private ChipPortrait() {}

    /** A PNG of the portrait as the chip would give it back. */
    static byte[] stored(BufferedImage portrait, int mostBytes) throws IOException {
        BufferedImage read = read(encoded(portrait, mostBytes));
        BufferedImage plain = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        plain.createGraphics().drawImage(read, 0, 0, null);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(plain, "png", png);
        return png.toByteArray();
    }

    /** The encoder keeps to the rate but for its headers. */
    static byte[] encoded(BufferedImage portrait, int mostBytes) {
        double rate = 8.0 * mostBytes / (portrait.getWidth() * portrait.getHeight());
        byte[] file = Portrait.jpeg2000(portrait, rate).bytes();
        while (file.length > mostBytes) {
            rate *= LESS;
            file = Portrait.jpeg2000(portrait, rate).bytes();
        }
        return file;
    }

    private static BufferedImage read(byte[] file) throws IOException {
        ImageReader reader = new J2KImageReaderSpi().createReaderInstance(null);
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }
}
