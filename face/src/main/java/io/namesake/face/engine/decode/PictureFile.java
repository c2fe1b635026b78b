package io.namesake.face.engine.decode;

import io.namesake.face.ImageLimits;
import io.namesake.face.UnusableReason;
import io.namesake.face.engine.UnusablePicture;

/**
 * A picture file that has been walked through and found whole, not decoded yet.
 *
 * @param format which decoder it is for
 * @param width stored width, before orientation
 * @param height stored height, before orientation
 * @param orientation how to turn it upright
 * @param yCbCr whether the decoder can hand over luma and chroma as stored, to be converted while the pixels are packed
 * @param essentials the same picture without anything that the pixels do not need
 */
record PictureFile(Format format, int width, int height, Orientation orientation, boolean yCbCr, byte[] essentials) {

    /** Walks through an untrusted file. Limits are checked as soon as the header says how large the picture is. */
    static PictureFile open(byte[] file, ImageLimits limits) throws UnusablePicture {
        if (file.length > limits.maxBytes()) {
            throw new UnusablePicture(UnusableReason.TOO_MANY_BYTES);
        }
        Format format = Format.of(file);
        try {
            return switch (format) {
                case JPEG -> new JpegFile(file, limits).open();
                case PNG -> new PngFile(file, limits).open();
                case WEBP -> new WebpFile(file, limits).open();
            };
        } catch (IndexOutOfBoundsException beyondTheEnd) {
            throw damaged();
        }
    }

    static void check(long width, long height, long maxPixels, ImageLimits limits) throws UnusablePicture {
        if (width <= 0 || height <= 0) {
            throw damaged();
        }
        if (width > limits.maxSide() || height > limits.maxSide() || width * height > maxPixels) {
            throw new UnusablePicture(UnusableReason.TOO_MANY_PIXELS);
        }
        if (Math.min(width, height) < limits.minSide()) {
            throw new UnusablePicture(UnusableReason.IMAGE_TOO_SMALL);
        }
    }

    static UnusablePicture damaged() {
        return new UnusablePicture(UnusableReason.IMAGE_DAMAGED);
    }
}
