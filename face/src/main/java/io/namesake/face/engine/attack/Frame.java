package io.namesake.face.engine.attack;

import io.namesake.face.engine.align.Box;
import io.namesake.face.engine.align.Resampler;
import io.namesake.face.engine.decode.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for what surrounds a picture that is held before the camera, anywhere between the face and the ends of the whole picture: the dark band of a screen's
 * frame, the bright band of a sheet's margin, or an edge. Each must be there in all three thirds of a line that is longer than the face, so that a shoulder
 * or a door does not do.
 */
final class Frame {
    private static final int SIDE = 128;
    private static final double[] LEANS = {-8, -5, -2.5, 0, 2.5, 5, 8};
    private static final int[] WIDTHS = {1, 2, 3, 5, 7};
    private static final int SIDES = 4;
    private static final int THIRDS = 3;
    private static final double LONGER = 0.9;
    /** In levels of luma; what is less does not matter. */
    private static final double FAINT = 2;

    private final double[] dark = new double[SIDES];
    private final double[] bright = new double[SIDES];
    private final double[] edges = new double[SIDES];

    Frame(Picture picture, Box face) {
        double[] seen = Light.luma(
                Resampler.stretch(picture, new Box(0, 0, picture.width(), picture.height()), SIDE, SIDE), 0, 0, SIDE);
        double scaleX = (double) SIDE / picture.width();
        double scaleY = (double) SIDE / picture.height();
        double width = face.width() * scaleX;
        double height = face.height() * scaleY;
        double left = face.x() * scaleX;
        double top = face.y() * scaleY;
        look(0, new Seen(seen, 0, SIDE, 1), left + 0.1 * width, top, height);
        look(1, new Seen(seen, SIDE - 1, SIDE, -1), SIDE - left - 0.9 * width, top, height);
        look(2, new Seen(seen, 0, 1, SIDE), top + 0.05 * height, left, width);
        look(3, new Seen(seen, SIDE * (SIDE - 1), 1, -SIDE), SIDE - top - 0.98 * height, left, width);
        Arrays.sort(dark);
        Arrays.sort(bright);
        Arrays.sort(edges);
    }

    /** Dark bands, bright bands, edges: natural logs of their strength on the strongest side, the second, the third and the weakest. */
    List<Double> strengths() {
        List<Double> strengths = new ArrayList<>();
        for (double[] kind : new double[][] {dark, bright, edges}) {
            for (int i = SIDES - 1; i >= 0; i--) {
                strengths.add(Math.log(kind[i] + FAINT));
            }
        }
        return strengths;
    }

    /**
     * The picture from one of its sides.
     *
     * @param luma of its pixels
     * @param first where the side begins
     * @param along from one pixel to the next along the side
     * @param away likewise away from it
     */
    private record Seen(double[] luma, int first, int along, int away) {
        /** Adds a row that begins {@code off} away from the side; what lies before the side is as what is on it. */
        void addTo(double[] profile, int along, int off) {
            int from = first + along * this.along;
            for (int i = 0; i < profile.length; i++) {
                profile[i] += luma[from + Math.max(0, Math.min(i + off, SIDE - 1)) * away];
            }
        }
    }

    private void look(int side, Seen seen, double faceAt, double start, double length) {
        double middle = start + length / 2;
        int first = (int) Math.max(2, middle - LONGER * length);
        int last = (int) Math.min(SIDE - 2, middle + LONGER * length);
        int near = (int) Math.min(SIDE - 1, Math.max(4, faceAt));
        if (last - first < THIRDS) {
            return;
        }
        for (double lean : LEANS) {
            double[][] profile = new double[THIRDS][near];
            int[] counts = new int[THIRDS];
            int from = 1;
            for (int along = first; along < last; along++) {
                int third = Math.min(THIRDS - 1, (along - first) * THIRDS / Math.max(1, last - first));
                int off = (int) Math.rint(lean * (along - SIDE / 2) / (SIDE / 2.0));
                from = Math.max(from, -off);
                counts[third]++;
                seen.addTo(profile[third], along, off);
            }
            for (int third = 0; third < THIRDS; third++) {
                for (int away = 0; away < near; away++) {
                    profile[third][away] /= counts[third];
                }
            }
            for (int width : WIDTHS) {
                for (int at = from + 2; at < near - width - 2; at++) {
                    dark[side] = Math.max(dark[side], band(profile, at, width, 1));
                    bright[side] = Math.max(bright[side], band(profile, at, width, -1));
                }
            }
            for (int at = from + 2; at < near - 2; at++) {
                edges[side] = Math.max(edges[side], edge(profile, at));
            }
        }
    }

    /** How much darker (sign 1) or brighter (-1) than both neighbours a band is, where it is least so. */
    private static double band(double[][] profile, int at, int width, int sign) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] third : profile) {
            double band = 0;
            for (int i = at; i < at + width; i++) {
                band += third[i] / width;
            }
            double outside = (third[at - 2] + third[at - 1]) / 2;
            double inside = (third[at + width] + third[at + width + 1]) / 2;
            least = Math.min(least, Math.min(sign * (outside - band), sign * (inside - band)));
        }
        return least;
    }

    private static double edge(double[][] profile, int at) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double[] third : profile) {
            double step = third[at + 1] - third[at - 1];
            least = Math.min(least, step);
            most = Math.max(most, step);
        }
        return Math.max(0, Math.max(least, -most));
    }
}
