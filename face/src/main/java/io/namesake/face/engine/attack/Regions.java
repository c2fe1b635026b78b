package io.namesake.face.engine.attack;

import io.namesake.face.engine.align.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Compares regions of one face. Who wears a print of a face has living skin beside it, under the same lamp and before the same camera: light, colour, darkest
 * and lightest values, grain and sharpness then differ more between the printed and the living than they do within a face.
 */
final class Regions {
    /** What is compared of each two regions, in the order of {@link #differences}. */
    static final List<String> TRAITS = List.of(
            "light",
            "red",
            "blue",
            "chroma",
            "light-spread",
            "red-spread",
            "blue-spread",
            "darkest",
            "lightest",
            "grain",
            "flat-grain",
            "coarse-grain",
            "sharpness",
            "colour-grain");

    /** Which regions are compared. Where a print may lie on one and not the other. */
    enum Pair {
        EYES_NOSE(Region.EYES, Region.NOSE),
        EYES_MOUTH(Region.EYES, Region.MOUTH),
        BROWS_MOUTH(Region.BROWS, Region.MOUTH),
        CHEEKS_JOWLS(Region.CHEEKS, Region.JOWLS),
        FOREHEAD_JOWLS(Region.FOREHEAD, Region.JOWLS),
        FOREHEAD_CHEEKS(Region.FOREHEAD, Region.CHEEKS),
        HAIRLINE_FOREHEAD(Region.HAIRLINE, Region.FOREHEAD),
        NECK_CHIN(Region.NECK, Region.CHIN),
        NECK_JOWLS(Region.NECK, Region.JOWLS),
        LEFT_EAR_CHEEKS(Region.LEFT_EAR, Region.CHEEKS),
        RIGHT_EAR_CHEEKS(Region.RIGHT_EAR, Region.CHEEKS),
        NOSE_CHEEKS(Region.NOSE, Region.CHEEKS),
        BROWS_NOSE(Region.BROWS, Region.NOSE);

        private final Region one;
        private final Region other;

        Pair(Region one, Region other) {
            this.one = one;
            this.other = other;
        }
    }

    private enum Region {
        EYES,
        BROWS,
        CHEEKS,
        JOWLS,
        NOSE,
        MOUTH,
        CHIN,
        FOREHEAD,
        HAIRLINE,
        NECK,
        LEFT_EAR,
        RIGHT_EAR
    }

    private final Map<Region, double[]> traits = new EnumMap<>(Region.class);
    private final FaceCrop face;

    Regions(FaceCrop face, Skin skin) {
        this.face = face;
        Point left = face.middle(36, 42);
        Point right = face.middle(42, 48);
        Point nose = face.points().get(30);
        Point mouth = face.middle(48, 60);
        Point chin = face.points().get(8);
        Point leftEar = face.points().get(1);
        Point rightEar = face.points().get(15);
        double cheeks = (left.y() + right.y()) / 2 + 0.42 * FaceCrop.EYE_DISTANCE;
        double jowls = (mouth.y() + nose.y()) / 2;
        double brows = Math.min(face.points().get(19).y(), face.points().get(24).y());
        double forehead = (face.points().get(19).x() + face.points().get(24).x()) / 2;
        look(skin, Region.EYES, 0.2, 0.1, left, right);
        look(skin, Region.BROWS, 0.25, 0.1, moved(left, 0, -0.36), moved(right, 0, -0.36));
        look(
                skin,
                Region.CHEEKS,
                0.16,
                0.12,
                new Point(0.45 * face.leftJaw(cheeks) + 0.55 * nose.x() - 4, cheeks),
                new Point(0.45 * face.rightJaw(cheeks) + 0.55 * nose.x() + 4, cheeks));
        look(
                skin,
                Region.JOWLS,
                0.16,
                0.14,
                new Point(0.6 * face.leftJaw(jowls) + 0.4 * mouth.x(), jowls + 4),
                new Point(0.6 * face.rightJaw(jowls) + 0.4 * mouth.x(), jowls + 4));
        look(skin, Region.NOSE, 0.2, 0.18, moved(nose, 0, -0.05));
        look(skin, Region.MOUTH, 0.34, 0.17, mouth);
        look(
                skin,
                Region.CHIN,
                0.25,
                0.1,
                moved(new Point(0.7 * chin.x() + 0.3 * mouth.x(), 0.6 * chin.y() + 0.4 * mouth.y()), 0, 0.06));
        look(skin, Region.FOREHEAD, 0.45, 0.14, moved(new Point(forehead, brows), 0, -0.3));
        look(skin, Region.HAIRLINE, 0.4, 0.12, moved(new Point(forehead, brows), 0, -0.6));
        look(skin, Region.NECK, 0.3, 0.12, moved(chin, 0, 0.24));
        look(skin, Region.LEFT_EAR, 0.12, 0.35, moved(leftEar, -0.2, 0));
        look(skin, Region.RIGHT_EAR, 0.12, 0.35, moved(rightEar, 0.2, 0));
    }

    /** One number for each of {@link #TRAITS} of each {@link Pair}, in that order. */
    List<Double> differences() {
        List<Double> differences = new ArrayList<>();
        for (Pair pair : Pair.values()) {
            double[] one = traits.get(pair.one);
            double[] other = traits.get(pair.other);
            for (int i = 0; i < one.length; i++) {
                differences.add(one[i] - other[i]);
            }
        }
        return differences;
    }

    private static Point moved(Point point, double right, double down) {
        return new Point(point.x() + right * FaceCrop.EYE_DISTANCE, point.y() + down * FaceCrop.EYE_DISTANCE);
    }

    /** The pixels of rectangles around places; half their sides are shares of the distance between the eyes. */
    private void look(Skin skin, Region region, double across, double down, Point... places) {
        int[] pixels = Arrays.stream(places)
                .map(place -> rectangle(place, across * FaceCrop.EYE_DISTANCE, down * FaceCrop.EYE_DISTANCE))
                .flatMapToInt(Arrays::stream)
                .toArray();
        traits.put(region, skin.traits(face.picture(), pixels));
    }

    private static int[] rectangle(Point place, double across, double down) {
        int left = Math.clamp(Math.round(place.x() - across), 0, FaceCrop.WIDTH - 2);
        int right = Math.clamp(Math.round(place.x() + across), left + 2, FaceCrop.WIDTH);
        int top = Math.clamp(Math.round(place.y() - down), 0, FaceCrop.HEIGHT - 2);
        int bottom = Math.clamp(Math.round(place.y() + down), top + 2, FaceCrop.HEIGHT);
        int[] pixels = new int[(bottom - top) * (right - left)];
        for (int y = top, i = 0; y < bottom; y++) {
            for (int x = left; x < right; x++, i++) {
                pixels[i] = y * FaceCrop.WIDTH + x;
            }
        }
        return pixels;
    }
}
