package io.namesake.document;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes JPEG 2000 (ISO/IEC 15444-1), lossy, in three colours of eight bits. */
final class Jpeg2000Encoder {
    private Jpeg2000Encoder() {}

    /** @param rate bits a pixel */
    static byte[] encoded(BufferedImage image, double rate) {
        // The encoder mixes up the colours of pictures whose pixels are whole numbers.
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        plain.createGraphics().drawImage(image, 0, 0, null);
        try {
            ImageWriter writer = new J2KImageWriterSpi().createWriterInstance(null);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                writer.setOutput(out);
                J2KImageWriteParam how = (J2KImageWriteParam) writer.getDefaultWriteParam();
                how.setLossless(false);
                how.setEncodingRate(rate);
                writer.write(null, new IIOImage(plain, null, null), how);
            } finally {
                writer.dispose();
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
