package io.namesake.face.engine.quality;

import io.namesake.face.engine.decode.Picture;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How much of the eyes and of the lower face is covered, by comparing them with the skin of the same face. ISO/IEC 29794-5's own method segments
 * with a network; this one sees what differs from skin: dark glasses, masks and scarves, not a hand nor clear glasses.
 *
 * @param eyes share of the eyes' zone that is much darker than the cheek below, 0..1
 * @param lowerFace share of nose, cheeks and mouth that lacks the colour of skin, 0..1; empty when the picture has no colour
 */
record Covering(double eyes, OptionalDouble lowerFace) {
    /** An eye has dark parts too, but not all of it is this much darker than the cheek. */
    private static final double MUCH_DARKER = 0.5;

    /** Skin is redder than it is blue, by so much on the scale of 255 if there is colour in the picture at all. */
    private static final int LEAST_COLOUR = 8;

    /** Cloth has less than this share of the redness of the skin between the eyes, at the same brightness. */
    private static final double MUCH_PALER = 0.45;

    /** Black cloth is this much darker than the skin between the eyes. */
    private static final double BLACK = 0.4;

    private record Zone(int left, int top, int width, int height) {}

    private static final Zone LEFT_EYE = new Zone(29, 46, 19, 12);
    private static final Zone RIGHT_EYE = new Zone(64, 46, 19, 12);
    private static final Zone LEFT_CHEEK = new Zone(29, 66, 15, 14);
    private static final Zone RIGHT_CHEEK = new Zone(68, 66, 15, 14);
    private static final Zone BRIDGE = new Zone(49, 46, 14, 14);
    private static final Zone BELOW_EYES = new Zone(32, 59, 48, 5);
    private static final Zone LOWER_FACE = new Zone(30, 75, 52, 28);

    /** @param face aligned to {@link io.namesake.face.engine.align.Alignment#ARCFACE_112} */
    static Covering measure(Picture face) {
        double eyes = (darkShare(face, LEFT_EYE, LEFT_CHEEK) + darkShare(face, RIGHT_EYE, RIGHT_CHEEK)) / 2;
        return new Covering(eyes, lowerFace(face));
    }

    private static double darkShare(Picture face, Zone eye, Zone cheek) {
        double limit = MUCH_DARKER * median(values(face, cheek, Luma::of));
        return share(values(face, eye, Luma::of), limit);
    }

    private static OptionalDouble lowerFace(Picture face) {
        int skin = median(values(face, BRIDGE, Covering::redness), values(face, BELOW_EYES, Covering::redness));
        if (skin < LEAST_COLOUR) {
            return OptionalDouble.empty();
        }
        int light = median(values(face, BRIDGE, Luma::of), values(face, BELOW_EYES, Luma::of));
        int[] redness = values(face, LOWER_FACE, Covering::redness);
        int[] luma = values(face, LOWER_FACE, Luma::of);
        int covered = 0;
        for (int i = 0; i < luma.length; i++) {
            covered += redness[i] < MUCH_PALER * skin || luma[i] < BLACK * light ? 1 : 0;
        }
        return OptionalDouble.of((double) covered / luma.length);
    }

    /** How much redder than blue a colour is, Cr - Cb of BT.601, as if its luma were 128: shade alone changes little. */
    private static int redness(int rgb) {
        int red = rgb >> 16 & 0xFF;
        int blue = rgb & 0xFF;
        int luma = Luma.of(rgb);
        double difference = 0.713 * (red - luma) - 0.564 * (blue - luma);
        return (int) Math.round(128 * difference / Math.max(luma, 24));
    }

    private interface Value {
        int of(int rgb);
    }

    private static int[] values(Picture face, Zone zone, Value value) {
        int[] values = new int[zone.width() * zone.height()];
        for (int y = 0, i = 0; y < zone.height(); y++) {
            int row = (zone.top() + y) * face.width() + zone.left();
            for (int x = 0; x < zone.width(); x++, i++) {
                values[i] = value.of(face.pixels()[row + x]);
            }
        }
        return values;
    }

    private static int median(int[]... parts) {
        int[] all = Arrays.stream(parts).flatMapToInt(Arrays::stream).sorted().toArray();
        return all[all.length / 2];
    }

    private static double share(int[] values, double below) {
        return (double) Arrays.stream(values).filter(value -> value < below).count() / values.length;
    }
}
