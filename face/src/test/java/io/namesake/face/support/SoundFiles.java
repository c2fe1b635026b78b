package io.namesake.face.support;

import java.awt.image.BufferedImage;
import java.util.List;

/** Small files that nothing is wrong with, one of each form that is read: what hostile ones are made of. */
public final class SoundFiles {
    private SoundFiles() {}

    public static List<byte[]> ofEachForm() {
        BufferedImage image = Pictures.gradient(70, 50);
        return List.of(
                Encoded.withOrientation(Encoded.jpeg(image), 6),
                Encoded.progressiveJpeg(image),
                Encoded.adobeCmykJpeg(image, true),
                Encoded.jpeg(Pictures.as(BufferedImage.TYPE_BYTE_GRAY, image)),
                Encoded.png(image),
                Encoded.png(Pictures.as(BufferedImage.TYPE_BYTE_INDEXED, image)),
                Webp.lossy());
    }
}
