package io.namesake.face.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Thresholds and error rates at given false match rates, with intervals from drawing the persons anew (R. Bolle, N. Ratha and
 * S. Pankanti, "Error analysis of pattern recognition systems: the subsets bootstrap", CVIU 93, 2004). The interval of the false
 * non-match rate contains the doubt about the threshold.
 */
final class Bootstrap {
    private static final int ROUNDS = 1000;
    private static final int BAND_POINTS = 12;

    private final ErrorRates rates;
    private final int[][] draws;

    Bootstrap(ErrorRates rates, Persons persons, long seed) {
        this.rates = rates;
        SplittableRandom random = new SplittableRandom(seed);
        this.draws = new int[ROUNDS][persons.count()];
        for (int[] draw : draws) {
            for (int i = 0; i < draw.length; i++) {
                draw[random.nextInt(draw.length)]++;
            }
        }
    }

    List<OperatingPoint> operatingPoints(List<Double> falseMatchRates) {
        return falseMatchRates.stream().map(this::operatingPoint).toList();
    }

    private OperatingPoint operatingPoint(double falseMatchRate) {
        double threshold = rates.impostors().thresholdFor(falseMatchRate, null);
        double[] thresholds = new double[ROUNDS];
        double[] falseMatches = new double[ROUNDS];
        double[] falseNonMatches = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            thresholds[i] = rates.impostors().thresholdFor(falseMatchRate, draws[i]);
            falseMatches[i] = rates.impostors().shareFrom(threshold, draws[i]);
            falseNonMatches[i] = 1 - rates.genuine().shareFrom(thresholds[i], draws[i]);
        }
        Arrays.sort(thresholds);
        return new OperatingPoint(
                falseMatchRate,
                threshold,
                low(thresholds),
                high(thresholds),
                rate(
                        rates.falseMatchRate(threshold),
                        falseMatches,
                        rates.impostors().total()),
                rate(
                        rates.falseNonMatchRate(threshold),
                        falseNonMatches,
                        rates.genuine().total()),
                rates.impostors().total() * falseMatchRate >= 3);
    }

    /** Both errors at a threshold that was not chosen on these pairs. */
    CalibratedRates at(double calibratedFor, double threshold) {
        double[] falseMatches = new double[ROUNDS];
        double[] falseNonMatches = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            falseMatches[i] = rates.impostors().shareFrom(threshold, draws[i]);
            falseNonMatches[i] = 1 - rates.genuine().shareFrom(threshold, draws[i]);
        }
        return new CalibratedRates(
                calibratedFor,
                threshold,
                rate(
                        rates.falseMatchRate(threshold),
                        falseMatches,
                        rates.impostors().total()),
                rate(
                        rates.falseNonMatchRate(threshold),
                        falseNonMatches,
                        rates.genuine().total()));
    }

    /** The doubt about the trade-off, from the lowest false match rate that is supported to the highest for which pairs are held. */
    List<DetBand> band() {
        double lowest = 3.0 / rates.impostors().total();
        double highest = rates.impostors().highestHeldShare();
        List<DetBand> band = new ArrayList<>();
        for (int i = 0; i <= BAND_POINTS && lowest < highest; i++) {
            double rate = lowest * Math.pow(highest / lowest, (double) i / BAND_POINTS);
            Rate falseNonMatchRate = operatingPoint(rate).falseNonMatchRate();
            band.add(new DetBand(rate, falseNonMatchRate.low(), falseNonMatchRate.high()));
        }
        return band;
    }

    private static Rate rate(double value, double[] rounds, long trials) {
        Arrays.sort(rounds);
        double high = value == 0 ? Math.max(high(rounds), Rate.upperEndWithoutErrors(trials)) : high(rounds);
        return new Rate(value, low(rounds), high);
    }

    private static double low(double[] sorted) {
        return sorted[(int) (0.025 * sorted.length)];
    }

    private static double high(double[] sorted) {
        return sorted[(int) (0.975 * sorted.length)];
    }
}
