package io.namesake.face;

/**
 * How large a picture may be. All of it is checked before anything is decoded: the bytes by counting, the pixels from the header.
 *
 * @param maxBytes most bytes of the file, 1 .. 1 GiB; {@link #DEFAULT}: 15 MiB
 * @param maxPixels most pixels (width x height), 1 .. 200,000,000; {@link #DEFAULT}: 50,000,000, enough for a phone's 48-megapixel camera. Of
 *     progressive JPEG and of WebP, which are held whole while they are decoded, half as many
 * @param maxSide most pixels of the longer side, 1 .. 65,535; {@link #DEFAULT}: 12,000
 * @param minSide fewest pixels of the shorter side, at least 1; {@link #DEFAULT}: 64
 */
public record ImageLimits(int maxBytes, long maxPixels, int maxSide, int minSide) {
    /** 15 MiB, 50 megapixels, sides of 64 to 12,000 pixels. */
    public static final ImageLimits DEFAULT = new ImageLimits(15 << 20, 50_000_000L, 12_000, 64);

    public ImageLimits {
        within("maxBytes", maxBytes, 1, 1 << 30);
        within("maxPixels", maxPixels, 1, 200_000_000L);
        within("maxSide", maxSide, 1, 65_535);
        within("minSide", minSide, 1, maxSide);
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must lie in " + least + ".." + most + ", not " + value);
        }
    }
}
