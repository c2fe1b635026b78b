package io.namesake.document.specimen;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import io.namesake.document.Portrait;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes a portrait as most passports hold it. */
public final class SpecimenPicture {
    private SpecimenPicture() {}

    /** JPEG 2000. @param rate bits a pixel; passports are at about 1 */
    public static Portrait jpeg2000(BufferedImage image, double rate) {
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
            return new Portrait(Portrait.Format.JPEG_2000, bytes.toByteArray());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
