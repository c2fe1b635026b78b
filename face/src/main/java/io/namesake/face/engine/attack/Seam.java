package io.namesake.face.engine.attack;

/**
 * Looks for the upper edge of a mask over the lower face: a line across both cheeks, at the same height and leaning to the same degree on both, below which
 * light, colour or grain is other than above. What changes evenly along a cheek, as light does, is no edge: a step counts by how far it is more than what
 * lies beside it would have led to, and by how alike it is all along the line.
 */
final class Seam {
    /** Places along the line on one cheek, from near the jaw to beside the nose. */
    private static final int ALONG = 22;

    private static final double FIRST = 0.12;
    private static final double LAST = 0.62;
    private static final double[] LEANS = {-0.6, -0.3, 0, 0.3, 0.6};
    /** From below the eyes to the mouth, as shares of the way from one to the other. */
    private static final int HEIGHTS = 24;

    private static final double HIGHEST = 0.22;
    private static final double APART = 0.033;
    /** Without any edge the logarithms below are not far from that of this. */
    private static final double NOTHING = 0.3;

    private static final Look LIGHT = new Look(1, 2, 4, 1.5);
    private static final Look COLOUR = new Look(2, 3, 5, 0.8);
    private static final Look GRAIN = new Look(1, 3, 5, 3);
    /** How far off the line any of them reaches, in pixels. */
    private static final int FARTHEST = Math.max(LIGHT.farthest(), Math.max(COLOUR.farthest(), GRAIN.farthest()));

    /** [channel][cheek][lean][height]. */
    private final double[][][][] steps;

    /**
     * How a step is measured: the mean of so many pixels on either side, from so far off the line on, against the same so much farther off; the last is what
     * differs by chance.
     */
    private record Look(int gap, int depth, int farther, double chance) {
        int farthest() {
            return gap + depth - 1 + farther;
        }
    }

    Seam(FaceCrop face, Skin skin) {
        float[][] channels = {skin.light(), skin.red(), skin.blue(), skin.grain()};
        Look[] looks = {LIGHT, COLOUR, COLOUR, GRAIN};
        steps = new double[channels.length][2][LEANS.length][HEIGHTS];
        double eyes = (face.middle(36, 42).y() + face.middle(42, 48).y()) / 2;
        double way = face.middle(48, 60).y() - eyes;
        double nose = face.points().get(30).x();
        double[][] across = {across(face.leftJaw(eyes + way / 2), nose), across(face.rightJaw(eyes + way / 2), nose)};
        int[][] places = new int[ALONG][2 * FARTHEST + 1];
        for (int side = 0; side < 2; side++) {
            for (int lean = 0; lean < LEANS.length; lean++) {
                for (int height = 0; height < HEIGHTS; height++) {
                    double middle = eyes + (HIGHEST + APART * height) * way;
                    find(places, across[side], middle, side == 0 ? LEANS[lean] : -LEANS[lean]);
                    for (int c = 0; c < channels.length; c++) {
                        steps[c][side][lean][height] = step(channels[c], looks[c], places);
                    }
                }
            }
        }
    }

    double light() {
        return Math.log(NOTHING + strongest(0));
    }

    double colour() {
        return Math.log(NOTHING + strongest(1, 2));
    }

    double grain() {
        return Math.log(NOTHING + strongest(3));
    }

    double together() {
        return Math.log(NOTHING + strongest(0, 1, 2, 3));
    }

    /** On the cheek where it is weaker, for nobody's mask ends on one. */
    private double strongest(int... channels) {
        double strongest = 0;
        for (int lean = 0; lean < LEANS.length; lean++) {
            for (int height = 1; height < HEIGHTS - 1; height++) {
                double left = squares(channels, 0, lean, height);
                for (int other = height - 1; other <= height + 1; other++) {
                    strongest = Math.max(strongest, Math.min(left, squares(channels, 1, lean, other)));
                }
            }
        }
        return Math.sqrt(strongest);
    }

    private double squares(int[] channels, int side, int lean, int height) {
        double sum = 0;
        for (int channel : channels) {
            sum += steps[channel][side][lean][height] * steps[channel][side][lean][height];
        }
        return sum;
    }

    /** Where the pixels are that are looked at from each place on a line, from {@link #FARTHEST} above it to as many below. */
    private static void find(int[][] places, double[] across, double middle, double slope) {
        double mean = across[0] + (across[ALONG - 1] - across[0]) / 2;
        double downY = 1 / Math.hypot(1, slope);
        double downX = -slope * downY;
        for (int i = 0; i < ALONG; i++) {
            double x = across[i];
            double y = middle + slope * (x - mean);
            for (int off = -FARTHEST; off <= FARTHEST; off++) {
                places[i][FARTHEST + off] = at(x + downX * off, y + downY * off);
            }
        }
    }

    private static double step(float[] values, Look look, int[][] places) {
        double sum = 0;
        double squares = 0;
        for (int[] place : places) {
            double below = 0;
            double above = 0;
            double farBelow = 0;
            double farAbove = 0;
            for (int i = 0; i < look.depth; i++) {
                int off = look.gap + i;
                below += values[place[FARTHEST + off]];
                above += values[place[FARTHEST - off]];
                off += look.farther;
                farBelow += values[place[FARTHEST + off]];
                farAbove += values[place[FARTHEST - off]];
            }
            double beside = (farBelow - below + above - farAbove) / 2 / look.farther;
            double step = (below - above - beside * (2 * look.gap + look.depth - 1)) / look.depth;
            sum += step;
            squares += step * step;
        }
        double average = sum / ALONG;
        double deviation = Math.sqrt(Math.max(0, squares / ALONG - average * average));
        // Neighbours on the line are not independent: a third of them counts.
        return average / (deviation / Math.sqrt(ALONG / 3.0) + look.chance);
    }

    private static int at(double x, double y) {
        return Math.clamp((int) (y + 0.5), 0, FaceCrop.HEIGHT - 1) * FaceCrop.WIDTH
                + Math.clamp((int) (x + 0.5), 0, FaceCrop.WIDTH - 1);
    }

    private static double[] across(double jaw, double nose) {
        double[] across = new double[ALONG];
        for (int i = 0; i < ALONG; i++) {
            across[i] = jaw + (nose - jaw) * (FIRST + (LAST - FIRST) * i / (ALONG - 1));
        }
        return across;
    }
}
