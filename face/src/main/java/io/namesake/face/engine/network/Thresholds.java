package io.namesake.face.engine.network;

import io.namesake.face.ModelException;
import java.util.Comparator;
import java.util.List;

/**
 * Which similarity stands for which false match rate. Measured at some rates; in between, the threshold is interpolated over the
 * rate's logarithm, where it runs almost straight. Beyond the measured rates nothing is claimed.
 */
public final class Thresholds {
    private final List<Descriptor.Calibration.Point> points;

    Thresholds(Descriptor.Calibration calibration) {
        this.points = calibration == null || calibration.points() == null
                ? List.of()
                : calibration.points().stream()
                        .sorted(Comparator.comparingDouble(Descriptor.Calibration.Point::falseMatchRate))
                        .toList();
    }

    /** @throws ModelException when the rate lies outside the measured ones */
    public double at(double falseMatchRate) {
        for (int i = 0; i < points.size(); i++) {
            Descriptor.Calibration.Point point = points.get(i);
            if (Math.abs(point.falseMatchRate() / falseMatchRate - 1) < 1e-9) {
                return point.threshold();
            }
            boolean above = point.falseMatchRate() > falseMatchRate;
            if (above && i > 0) {
                return between(points.get(i - 1), point, falseMatchRate);
            }
            if (above) {
                break;
            }
        }
        throw new ModelException(
                "the models are not calibrated for a false match rate of " + falseMatchRate + ", only for "
                        + points.stream()
                                .map(Descriptor.Calibration.Point::falseMatchRate)
                                .toList());
    }

    private static double between(Descriptor.Calibration.Point low, Descriptor.Calibration.Point high, double rate) {
        double share = Math.log(rate / low.falseMatchRate()) / Math.log(high.falseMatchRate() / low.falseMatchRate());
        return low.threshold() + share * (high.threshold() - low.threshold());
    }
}
