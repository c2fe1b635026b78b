package io.namesake.face;

import static io.namesake.face.DescribedJson.require;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which similarity stands for which false match rate (FMR, ISO/IEC 19795-1), where that was measured and how surely. A decision policy
 * names a rate; this says the threshold. Between two measured rates the threshold is interpolated over the rate's logarithm, where it
 * runs almost straight; beyond them nothing is claimed.
 *
 * <p>Kept as a JSON file with these names. It holds numbers about a set of pictures, nothing about a person.
 *
 * @param models name and version of the models that were measured, such as {@code namesake-open-1/1}; it is good for no others
 * @param score how the similarity is made, in words
 * @param dataSet the pictures, in words
 * @param date when it was measured
 * @param images usable pictures
 * @param genuinePairs compared pairs of one person
 * @param impostorPairs compared pairs of different persons
 * @param points the measured thresholds, lowest rate first; at least one
 * @param distributions how often each similarity was seen; null when unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Calibration(
        String models,
        String score,
        String dataSet,
        LocalDate date,
        long images,
        long genuinePairs,
        long impostorPairs,
        List<Point> points,
        Distributions distributions) {

    /** The one similarity that the engine makes, as {@link #score()} says it. */
    public static final String SCORE = "mean of z-scores over the embedding networks";

    /**
     * One measured threshold.
     *
     * @param falseMatchRate above 0, below 1
     * @param threshold the lowest similarity at which no more than that share of impostor pairs matches
     * @param thresholdInterval the threshold's 95 % confidence interval; null when unknown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Point(double falseMatchRate, double threshold, Interval thresholdInterval) {}

    /** @param low at most {@code high}, both in units of the similarity */
    public record Interval(double low, double high) {}

    /**
     * How often each similarity was seen, in bins of one width.
     *
     * @param from where the first bin starts
     * @param width of a bin, above 0
     * @param genuine pairs of one person per bin, from the lowest bin on
     * @param impostor pairs of different persons in the same bins
     */
    public record Distributions(double from, double width, List<Long> genuine, List<Long> impostor) {
        /** @throws IllegalArgumentException when the bins do not fit one another or a count is below 0 */
        public Distributions {
            require(
                    Double.isFinite(from) && width > 0 && width < 100,
                    "the bins must have a start and a width above 0");
            require(
                    genuine != null && impostor != null && !genuine.isEmpty() && genuine.size() == impostor.size(),
                    "both distributions must have the same bins, at least one");
            genuine = List.copyOf(genuine);
            impostor = List.copyOf(impostor);
            require(
                    Stream.concat(genuine.stream(), impostor.stream()).allMatch(count -> count >= 0),
                    "no similarity can be seen less than never");
        }
    }

    /** @throws IllegalArgumentException when something is missing or the thresholds do not rise as the rates fall */
    public Calibration {
        require(models != null && !models.isBlank(), "models must be named");
        require(SCORE.equals(score), "the score must be \"" + SCORE + "\", not \"" + score + "\"");
        require(dataSet != null && !dataSet.isBlank(), "dataSet must be named");
        require(date != null, "date is missing");
        require(points != null && !points.isEmpty(), "points are missing");
        points = points.stream()
                .sorted(Comparator.comparingDouble(Point::falseMatchRate))
                .toList();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            require(
                    point.falseMatchRate > 0 && point.falseMatchRate < 1,
                    "a false match rate must lie between 0 and 1, not " + point.falseMatchRate);
            require(Double.isFinite(point.threshold), "a threshold must be a number");
            require(
                    i == 0
                            || points.get(i - 1).falseMatchRate < point.falseMatchRate
                                    && points.get(i - 1).threshold > point.threshold,
                    "a lower false match rate must have a higher threshold");
        }
    }

    /**
     * Reads a calibration file.
     *
     * @throws ModelException when it cannot be read or makes no sense, saying why
     */
    public static Calibration read(Path file) {
        try {
            return parse(Files.readAllBytes(file), file.toString());
        } catch (IOException unreadable) {
            throw new ModelException(
                    "the calibration " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** @param name of the file, for the message */
    public static Calibration parse(byte[] json, String name) {
        return DescribedJson.parse(json, Calibration.class, "calibration " + name);
    }

    /** The file's content. */
    public String json() {
        return DescribedJson.write(this);
    }

    /**
     * The threshold for a false match rate.
     *
     * @throws ModelException when the rate lies outside the measured ones
     */
    public double thresholdAt(double falseMatchRate) {
        // A rate written in another way may differ in its last bit.
        double lowest = points.getFirst().falseMatchRate * (1 - 1e-9);
        double highest = points.getLast().falseMatchRate * (1 + 1e-9);
        if (!(falseMatchRate >= lowest && falseMatchRate <= highest)) {
            throw new ModelException("the models are not calibrated for a false match rate of " + falseMatchRate
                    + ", only for " + points.stream().map(Point::falseMatchRate).toList());
        }
        int i = 0;
        while (i < points.size() - 1 && points.get(i).falseMatchRate < falseMatchRate) {
            i++;
        }
        Point high = points.get(i);
        if (i == 0 || falseMatchRate >= high.falseMatchRate) {
            return high.threshold;
        }
        Point low = points.get(i - 1);
        double share =
                Math.log(falseMatchRate / low.falseMatchRate) / Math.log(high.falseMatchRate / low.falseMatchRate);
        return low.threshold + share * (high.threshold - low.threshold);
    }

    /** The false match rate that a threshold at this similarity would have; beyond the measured ones, the nearest with its sense. */
    public EstimatedRate falseMatchRateAt(double similarity) {
        if (similarity >= points.getFirst().threshold) {
            return new EstimatedRate(points.getFirst().falseMatchRate, EstimatedRate.Sense.AT_MOST);
        }
        for (int i = 1; i < points.size(); i++) {
            Point point = points.get(i);
            if (similarity >= point.threshold) {
                Point low = points.get(i - 1);
                double share = (similarity - low.threshold) / (point.threshold - low.threshold);
                double ratio = point.falseMatchRate / low.falseMatchRate;
                return new EstimatedRate(low.falseMatchRate * Math.pow(ratio, share), EstimatedRate.Sense.ABOUT);
            }
        }
        return new EstimatedRate(points.getLast().falseMatchRate, EstimatedRate.Sense.AT_LEAST);
    }
}
