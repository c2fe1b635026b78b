package io.namesake.face.evaluation;

import io.namesake.face.engine.LocatedFace;
import io.namesake.face.engine.align.Point;
import io.namesake.face.engine.align.Resampler;
import io.namesake.face.engine.align.SimilarityTransform;
import io.namesake.face.engine.decode.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Cuts a face out as a token image (ISO/IEC 19794-5:2005, 9.2: of a picture W wide, 4/3 W high, the eyes lie at 3/5 W from the top, at 3/8 W and
 * 5/8 W from the left) and stores it as a small file.
 */
final class PortraitFile {
    private static final int WIDTH = 240;
    private static final int MOST_BYTES = 15_000;
    private static final float BEST_QUALITY = 0.95f;
    private static final float PHOTO_QUALITY = 0.85f;
    /** What lies beyond the picture: the light background of a passport photograph. */
    private static final int BACKGROUND = 0xDDDDDD;

    private PortraitFile() {}

    static byte[] of(LocatedFace face, PortraitStyle style, PortraitStorage storage, SplittableRandom random)
            throws IOException {
        return switch (style) {
            case COLOUR -> small(image(token(face, WIDTH), BufferedImage.TYPE_INT_RGB));
            case GREY -> small(image(token(face, WIDTH), BufferedImage.TYPE_BYTE_GRAY));
            case JPEG2000 -> storage.stored(image(token(face, WIDTH), BufferedImage.TYPE_INT_RGB), MOST_BYTES);
            case PRINTED -> {
                Picture photo = PrintedLook.of(token(face, 2 * WIDTH), random);
                yield jpeg(image(photo, BufferedImage.TYPE_INT_RGB), PHOTO_QUALITY);
            }
        };
    }

    private static Picture token(LocatedFace face, int width) {
        double eyes = 3.0 / 5 * width;
        List<Point> inPortrait = List.of(new Point(3.0 / 8 * width, eyes), new Point(5.0 / 8 * width, eyes));
        List<Point> inPicture =
                List.of(face.landmarks().leftEye(), face.landmarks().rightEye());
        return Resampler.sample(
                face.picture(), SimilarityTransform.fit(inPortrait, inPicture), width, width * 4 / 3, BACKGROUND);
    }

    private static BufferedImage image(Picture picture, int type) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), type);
        if (type == BufferedImage.TYPE_INT_RGB) {
            image.setRGB(0, 0, picture.width(), picture.height(), picture.pixels(), 0, picture.width());
            return image;
        }
        for (int i = 0; i < picture.pixels().length; i++) {
            image.getRaster().setSample(i % picture.width(), i / picture.width(), 0, luma(picture.pixels()[i]));
        }
        return image;
    }

    /** Y' of ITU-R BT.601. */
    private static int luma(int rgb) {
        return (int) Math.round(0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF));
    }

    /** In the best quality that keeps the file small. */
    private static byte[] small(BufferedImage image) throws IOException {
        float quality = BEST_QUALITY;
        byte[] file = jpeg(image, quality);
        while (file.length > MOST_BYTES && quality > 0.1f) {
            quality -= 0.05f;
            file = jpeg(image, quality);
        }
        return file;
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
