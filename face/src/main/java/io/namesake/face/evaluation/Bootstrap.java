package io.namesake.face.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Thresholds and error rates at given false match rates, with intervals from drawing the persons anew (R. Bolle, N. Ratha and
 * S. Pankanti, "Error analysis of pattern recognition systems: the subsets bootstrap", CVIU 93, 2004). The interval of the false
 * non-match rate contains the doubt about the threshold.
 */
final class Bootstrap {
    private static final int BAND_POINTS = 13;

    private final ErrorRates rates;
    /** How often each person was drawn, in each round that drew pairs of both kinds; the others have no rates. */
    private final List<int[]> draws;

    private final Intervals intervals;
    private final Runnable rateDone;

    /** @param rateDone is run whenever the intervals of one rate are worked out */
    Bootstrap(ErrorRates rates, Persons persons, long seed, Runnable rateDone) {
        this.rates = rates;
        this.rateDone = rateDone;
        this.draws = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < Intervals.ROUNDS; round++) {
            int[] draw = new int[persons.count()];
            for (int i = 0; i < draw.length; i++) {
                draw[random.nextInt(draw.length)]++;
            }
            if (rates.genuine().weight(draw) > 0 && rates.impostors().weight(draw) > 0) {
                draws.add(draw);
            }
        }
        this.intervals = new Intervals(
                rates.genuine().persons(),
                rates.impostors().persons(),
                rates.impostors().independent(),
                Intervals.ROUNDS - draws.size());
    }

    Intervals intervals() {
        return intervals;
    }

    List<OperatingPoint> operatingPoints(List<Double> falseMatchRates) {
        return falseMatchRates.stream().map(this::operatingPoint).toList();
    }

    private OperatingPoint operatingPoint(double falseMatchRate) {
        double threshold = rates.impostors().thresholdFor(falseMatchRate);
        double[] thresholds = new double[draws.size()];
        double[] falseMatches = new double[draws.size()];
        double[] falseNonMatches = new double[draws.size()];
        for (int i = 0; i < draws.size(); i++) {
            thresholds[i] = rates.impostors().thresholdFor(falseMatchRate, draws.get(i));
            falseMatches[i] = rates.impostors().shareFrom(threshold, draws.get(i));
            falseNonMatches[i] = 1 - rates.genuine().shareFrom(thresholds[i], draws.get(i));
        }
        Arrays.sort(thresholds);
        rateDone.run();
        boolean known = intervals.ofImpostors();
        return new OperatingPoint(
                falseMatchRate,
                threshold,
                known ? OptionalDouble.of(low(thresholds)) : OptionalDouble.empty(),
                known ? OptionalDouble.of(high(thresholds)) : OptionalDouble.empty(),
                falseMatchRate(threshold, falseMatches),
                falseNonMatchRate(threshold, falseNonMatches, intervals.ofBoth()),
                intervals.personPairs() * falseMatchRate >= 3);
    }

    /** Both errors at a threshold that was not chosen on these pairs. */
    CalibratedRates at(double calibratedFor, double threshold) {
        double[] falseMatches = new double[draws.size()];
        double[] falseNonMatches = new double[draws.size()];
        for (int i = 0; i < draws.size(); i++) {
            falseMatches[i] = rates.impostors().shareFrom(threshold, draws.get(i));
            falseNonMatches[i] = 1 - rates.genuine().shareFrom(threshold, draws.get(i));
        }
        rateDone.run();
        return new CalibratedRates(
                calibratedFor,
                threshold,
                falseMatchRate(threshold, falseMatches),
                falseNonMatchRate(threshold, falseNonMatches, intervals.ofGenuine()));
    }

    /** The doubt about the trade-off, from the lowest false match rate that is supported to the highest for which pairs are held. */
    List<DetBand> band() {
        double lowest = lowestOfBand();
        double highest = rates.impostors().highestHeldShare();
        List<DetBand> band = new ArrayList<>();
        for (int i = 0; i < bandPoints(); i++) {
            double rate = lowest * Math.pow(highest / lowest, i / (BAND_POINTS - 1.0));
            Rate falseNonMatchRate = operatingPoint(rate).falseNonMatchRate();
            band.add(new DetBand(rate, falseNonMatchRate.low(), falseNonMatchRate.high()));
        }
        return band;
    }

    /** Of how many rates the band is made: none when there is no interval, or no pair for one. */
    int bandPoints() {
        return intervals.ofBoth() && lowestOfBand() < rates.impostors().highestHeldShare() ? BAND_POINTS : 0;
    }

    private double lowestOfBand() {
        return 3.0 / intervals.personPairs();
    }

    private Rate falseMatchRate(double threshold, double[] rounds) {
        double value = rates.falseMatchRate(threshold);
        // Of pairs that are only counted nobody knows whose they are.
        boolean known = intervals.ofImpostors() && rates.impostors().holdsFrom(threshold);
        return known ? rate(value, rounds, intervals.personPairs()) : Rate.withoutInterval(value);
    }

    private Rate falseNonMatchRate(double threshold, double[] rounds, boolean known) {
        double value = rates.falseNonMatchRate(threshold);
        return known ? rate(value, rounds, intervals.genuinePersons()) : Rate.withoutInterval(value);
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
