package io.namesake.face.evaluation.attacks;

import io.namesake.face.evaluation.Rate;
import java.util.List;

/**
 * Error rates of passive presentation-attack detection by one judge, alone and together with the comparison (ISO/IEC 30107-3:2023): per species, never averaged
 * over species.
 *
 * @param judge what decided: {@code fusion}, {@code network alone} or {@code fusion, persons left out}
 * @param fittedOn what it was fitted on, in words
 * @param points errors at its own threshold, and where 1, 5 and 10 % of the living are suspected
 * @param curves one per species; what is worn there is worn by the person whom it shows
 */
public record AttackReport(String judge, String fittedOn, List<Point> points, List<Curve> curves) {
    public AttackReport {
        points = List.copyOf(points);
        curves = List.copyOf(curves);
    }

    /** Where 5 % of the living are suspected, which is where a fit's thresholds are set. */
    Point usual() {
        return points.stream()
                .filter(point -> point.name().equals(AttackFindings.USUAL))
                .findFirst()
                .orElseThrow();
    }

    /**
     * One threshold.
     *
     * @param name {@code own threshold} or such as {@code BPCER 5 %}, which then holds for the worst set of living people
     * @param threshold the score from which nothing is suspected
     * @param living one row per data set: the share of living people that are suspected (BPCER)
     * @param attacks one row per species: the share of attacks that are not suspected (APCER)
     * @param accepted one row per species that was compared with whom it shows: the share of attacks that are not suspected and match (IAPAR, the impostor
     *     attack presentation accept rate, of which NIST SP 800-63A-4 wants less than 0.07)
     */
    public record Point(String name, double threshold, List<Row> living, List<Row> attacks, List<Row> accepted) {
        public Point {
            living = List.copyOf(living);
            attacks = List.copyOf(attacks);
            accepted = List.copyOf(accepted);
        }
    }

    /**
     * One data set or species.
     *
     * @param name of it
     * @param presentations that were judged
     * @param persons shown in them
     * @param errors wrong judgements
     * @param rate errors over presentations with the interval of Wilson, which takes presentations for independent; frames of one session are not, so
     *     the true interval is wider
     */
    public record Row(String name, long presentations, long persons, long errors, Rate rate) {}

    /**
     * The trade-off of one species, from the strictest threshold to the laxest.
     *
     * @param species its name
     * @param errors at each threshold
     */
    public record Curve(String species, List<Errors> errors) {
        public Curve {
            errors = List.copyOf(errors);
        }
    }

    /**
     * @param bpcer share of the living that are suspected, in the data set where it is highest, 0..1
     * @param apcer share of the species' attacks that are not suspected, 0..1
     */
    public record Errors(double bpcer, double apcer) {}
}
