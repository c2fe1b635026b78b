package io.namesake.face.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * The two errors at any threshold.
 *
 * @param genuine pairs of the same person; all of them held one by one
 * @param impostors pairs of different persons
 */
record ErrorRates(ScoredPairs genuine, ScoredPairs impostors) {
    private static final int CURVE_POINTS = 500;

    double falseMatchRate(double threshold) {
        return impostors.shareFrom(threshold);
    }

    double falseNonMatchRate(double threshold) {
        return 1 - genuine.shareFrom(threshold);
    }

    /** Where both are equal; between two pairs, their mean. */
    double equalErrorRate() {
        double low = lowest();
        double high = highest();
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (falseMatchRate(middle) > falseNonMatchRate(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (falseMatchRate(high) + falseNonMatchRate(high)) / 2;
    }

    List<DetPoint> detCurve() {
        List<DetPoint> points = new ArrayList<>();
        double low = lowest();
        double step = (highest() - low) / (CURVE_POINTS - 1);
        for (int i = 0; i < CURVE_POINTS; i++) {
            double threshold = low + i * step;
            points.add(new DetPoint(threshold, falseMatchRate(threshold), falseNonMatchRate(threshold)));
        }
        return points;
    }

    private double lowest() {
        return Math.min(genuine.lowest(), impostors.lowest());
    }

    private double highest() {
        return Math.nextUp(Math.max(genuine.highest(), impostors.highest()));
    }
}
