package io.namesake.cli.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.namesake.face.Role;
import io.namesake.face.evaluation.CalibratedRates;
import io.namesake.face.evaluation.EvaluationReport;
import io.namesake.face.evaluation.FailureToAcquire;
import io.namesake.face.evaluation.GroupRates;
import io.namesake.face.evaluation.Intervals;
import io.namesake.face.evaluation.LivenessStatistics;
import io.namesake.face.evaluation.LookAlikes;
import io.namesake.face.evaluation.MeasuredRates;
import io.namesake.face.evaluation.OperatingPoint;
import io.namesake.face.evaluation.PortraitStyle;
import io.namesake.face.evaluation.QualityGate;
import io.namesake.face.evaluation.Rate;
import io.namesake.face.evaluation.RoleFigures;
import io.namesake.face.evaluation.SeveralFaces;
import io.namesake.face.evaluation.StageTimes;
import io.namesake.face.evaluation.WorstPair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The shape of {@code report.json}. Rates are shares, 0 to 1; an interval is of 95 %.
 *
 * @param namesake the version of this program
 * @param at when the report was made
 * @param pairs the file name of the list
 * @param portraits what the first pictures of the pairs were made to look like; absent when they were left alone
 * @param models name and version of the models
 * @param faceChoice what was done with pictures of several faces
 * @param second whose rules the pictures of the second column were held to; all others were held to those of a document
 * @param allImpostors whether every cross pair of different persons was compared
 * @param images how many pictures were read
 * @param genuinePairs comparisons of one person
 * @param impostorPairs comparisons of different persons
 * @param accuracy by cross-validated threshold
 * @param equalErrorRate where both errors are equal
 * @param operatingPoints at the false match rates 1e-2, 1e-3 and 1e-4
 * @param failuresToAcquire pictures that could not be used
 * @param roles how the pictures fare by the rules that they were held to, with the intervals of Wilson
 * @param severalFaces what verify would have made of pictures of several faces; absent when that is how they were treated
 * @param millisecondsPerImage the median time of one picture, by stage
 * @param liveness how the presentation-attack network sees the pictures, when there is one
 * @param intervals what stands behind the intervals of all pairs; an interval from 0 to 1 is none
 * @param calibrated both errors at the calibration's thresholds, which were not chosen on these pairs
 * @param qualityGate the same with the pictures left out that the quality gate sends back
 * @param groups each group of people by itself, when groups were named
 * @param lookAlikes the nearest impostor of each person, with all impostors only
 * @param worst the pairs furthest on the wrong side
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportJson(
        String namesake,
        Instant at,
        String pairs,
        PortraitStyle portraits,
        String models,
        String faceChoice,
        Role second,
        boolean allImpostors,
        int images,
        long genuinePairs,
        long impostorPairs,
        Accuracy accuracy,
        double equalErrorRate,
        List<OperatingPoint> operatingPoints,
        FailuresToAcquire failuresToAcquire,
        List<RoleFigures> roles,
        SeveralFaces severalFaces,
        StageTimes millisecondsPerImage,
        LivenessStatistics liveness,
        Intervals intervals,
        List<CalibratedRates> calibrated,
        Gate qualityGate,
        List<GroupRates> groups,
        LookAlikes lookAlikes,
        Worst worst) {

    /**
     * The same with the pictures left out that the quality gate sends back.
     *
     * @param images usable pictures
     * @param sentBack how many of them it sends back
     * @param share of them, with the interval of Wilson
     * @param reasons how many pictures each reason sends back
     * @param rates over what is left; absent when no pair of one kind is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Gate(int images, int sentBack, Rate share, Map<String, Integer> reasons, MeasuredRates rates) {

        static Gate of(QualityGate gate) {
            return new Gate(
                    gate.images(),
                    gate.sentBack(),
                    gate.shareSentBack(),
                    new TreeMap<>(gate.reasons()),
                    gate.rates().orElse(null));
        }
    }

    /**
     * The pairs furthest on the wrong side.
     *
     * @param leastAlikeOfOnePerson lowest first
     * @param mostAlikeOfDifferentPersons highest first
     */
    record Worst(List<WorstPair> leastAlikeOfOnePerson, List<WorstPair> mostAlikeOfDifferentPersons) {}

    /**
     * Share of right decisions on the labelled pairs.
     *
     * @param mean over the folds, each with the threshold that is best on the others
     * @param standardDeviation over the folds
     * @param folds how many
     */
    record Accuracy(double mean, double standardDeviation, int folds) {}

    /**
     * Pictures that could not be used (FTA, ISO/IEC 19795-1:2021).
     *
     * @param count how many
     * @param rate of all pictures
     * @param low lower end of the interval of Wilson
     * @param high its upper end
     * @param images which, and why
     */
    record FailuresToAcquire(int count, double rate, double low, double high, List<Failure> images) {

        static FailuresToAcquire of(EvaluationReport report) {
            Rate rate = report.failureToAcquire();
            return new FailuresToAcquire(
                    report.failures().size(),
                    rate.value(),
                    rate.low(),
                    rate.high(),
                    report.failures().stream().map(Failure::of).toList());
        }
    }

    /**
     * One of them.
     *
     * @param image its name in the list
     * @param reason the stable code
     */
    record Failure(String image, String reason) {

        static Failure of(FailureToAcquire failure) {
            return new Failure(failure.image(), failure.reason().code());
        }
    }

    private static final int FOLDS = 10;
    private static final int WORST = 12;

    static ReportJson of(EvaluationReport report, EvaluationFiles run) {
        return new ReportJson(
                run.toolVersion(),
                run.clock().instant(),
                run.pairs().getFileName().toString(),
                run.portraits().orElse(null),
                report.models(),
                run.options().faceChoice().name(),
                run.options().second(),
                run.options().allImpostors(),
                report.images(),
                report.genuinePairs(),
                report.impostorPairs(),
                new Accuracy(report.accuracy(), report.accuracyDeviation(), FOLDS),
                report.equalErrorRate(),
                report.operatingPoints(),
                FailuresToAcquire.of(report),
                report.roles(),
                report.severalFaces().orElse(null),
                report.stageTimes(),
                report.liveness().orElse(null),
                report.intervals(),
                report.calibrated(),
                Gate.of(report.gate()),
                report.groups(),
                report.lookAlikes().orElse(null),
                new Worst(report.leastAlikeGenuine(WORST), report.mostAlikeImpostors()));
    }
}
