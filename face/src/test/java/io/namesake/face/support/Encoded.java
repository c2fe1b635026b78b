package io.namesake.face.support;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Writes pictures as files, the odd kinds included. */
public final class Encoded {
    private Encoded() {}

    /** PNG with the samples that the picture's type has. */
    public static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalArgumentException("no PNG of this type");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A baseline JPEG of high quality. */
    public static byte[] jpeg(BufferedImage image) {
        return jpeg(new IIOImage(opaque(image), null, null), false);
    }

    /**
     * A baseline JPEG of luma and chroma.
     *
     * @param across samples of luma in a row for each one of chroma
     * @param down samples of luma in a column for each one of chroma
     * @param restarts minimum coded units from one restart marker to the next; 0 for none
     * @param quality 0..1
     */
    public static byte[] jpeg(BufferedImage image, int across, int down, int restarts, float quality) {
        ImageWriter writer = jdkJpegWriter();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), parameters);
            IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree("javax_imageio_jpeg_image_1.0");
            IIOMetadataNode luma =
                    (IIOMetadataNode) root.getElementsByTagName("componentSpec").item(0);
            luma.setAttribute("HsamplingFactor", Integer.toString(across));
            luma.setAttribute("VsamplingFactor", Integer.toString(down));
            if (restarts > 0) {
                IIOMetadataNode interval = new IIOMetadataNode("dri");
                interval.setAttribute("interval", Integer.toString(restarts));
                root.getElementsByTagName("markerSequence").item(0).appendChild(interval);
            }
            metadata.setFromTree("javax_imageio_jpeg_image_1.0", root);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, metadata), parameters);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A progressive JPEG of high quality. */
    public static byte[] progressiveJpeg(BufferedImage image) {
        return jpeg(new IIOImage(opaque(image), null, null), true);
    }

    /** A JPEG of four inks as Adobe's programs write it: stored inverted, as CMYK (transform 0) or as YCCK (transform 2). */
    public static byte[] adobeCmykJpeg(BufferedImage image, boolean ycck) {
        WritableRaster inks =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, image.getWidth(), image.getHeight(), 4, null);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                inks.setPixel(x, y, inverted(image.getRGB(x, y), ycck));
            }
        }
        byte[] adobe = {
            (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) (ycck ? 2 : 0)
        };
        return withSegment(jpeg(new IIOImage(inks, null, null), false), adobe);
    }

    /**
     * Inverted cyan, magenta and yellow are just red, green and blue while there is no black. YCCK is the YCbCr of what the inks would
     * be were they colours, which turns them over once more.
     */
    private static int[] inverted(int rgb, boolean ycck) {
        int c = rgb >> 16 & 0xFF;
        int m = rgb >> 8 & 0xFF;
        int y = rgb & 0xFF;
        if (!ycck) {
            return new int[] {c, m, y, 255};
        }
        double luma = 255 - (0.299 * c + 0.587 * m + 0.114 * y);
        return new int[] {
            (int) Math.round(luma),
            Math.clamp(Math.round(128 + (255 - y - luma) / 1.772), 0, 255),
            Math.clamp(Math.round(128 + (255 - c - luma) / 1.402), 0, 255),
            255
        };
    }

    /** A JPEG whose Exif orientation says how to turn it. */
    public static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] tiff = tiff(orientation);
        ByteBuffer segment = ByteBuffer.allocate(4 + 6 + tiff.length);
        segment.putShort((short) 0xFFE1).putShort((short) (2 + 6 + tiff.length));
        segment.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(tiff);
        return withSegment(jpeg, segment.array());
    }

    /** The smallest TIFF structure with an orientation. */
    public static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(26)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("II*\0".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putInt(orientation)
                .putInt(0)
                .array();
    }

    /** A PNG with a chunk put in after the header. */
    public static byte[] withChunk(byte[] png, String type, byte[] data) {
        int header = 8 + 25;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(png, 0, header);
        bytes.writeBytes(chunk(type, data));
        bytes.write(png, header, png.length - header);
        return bytes.toByteArray();
    }

    /** One chunk of a PNG. */
    public static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] withSegment(byte[] jpeg, byte[] segment) {
        return ByteBuffer.allocate(jpeg.length + segment.length)
                .put(jpeg, 0, 2)
                .put(segment)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static BufferedImage opaque(BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_BYTE_GRAY
                ? image
                : Pictures.as(BufferedImage.TYPE_3BYTE_BGR, image);
    }

    private static byte[] jpeg(IIOImage image, boolean progressive) {
        ImageWriter writer = jdkJpegWriter();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(0.97f);
            parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(stream);
            writer.write(null, image, parameters);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriter jdkJpegWriter() {
        var writers = ImageIO.getImageWritersByFormatName("jpeg");
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.")) {
                return writer;
            }
        }
        throw new IllegalStateException("this JDK has no JPEG writer");
    }
}
