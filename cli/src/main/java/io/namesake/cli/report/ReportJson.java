package io.namesake.cli.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.namesake.face.evaluation.EvaluationReport;
import io.namesake.face.evaluation.FailureToAcquire;
import io.namesake.face.evaluation.LivenessStatistics;
import io.namesake.face.evaluation.OperatingPoint;
import io.namesake.face.evaluation.StageTimes;
import java.time.Instant;
import java.util.List;

/**
 * The shape of {@code report.json}. Rates are shares, 0 to 1; an interval is of 95 %.
 *
 * @param namesake the version of this program
 * @param at when the report was made
 * @param pairs the file name of the list
 * @param models name and version of the models
 * @param faceChoice what was done with pictures of several faces
 * @param allImpostors whether every cross pair of different persons was compared
 * @param images how many pictures were read
 * @param genuinePairs comparisons of one person
 * @param impostorPairs comparisons of different persons
 * @param accuracy by cross-validated threshold
 * @param equalErrorRate where both errors are equal
 * @param operatingPoints at the false match rates 1e-2, 1e-3 and 1e-4
 * @param failuresToAcquire pictures that could not be used
 * @param millisecondsPerImage the median time of one picture, by stage
 * @param liveness how the presentation-attack network sees the pictures, when there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportJson(
        String namesake,
        Instant at,
        String pairs,
        String models,
        String faceChoice,
        boolean allImpostors,
        int images,
        long genuinePairs,
        long impostorPairs,
        Accuracy accuracy,
        double equalErrorRate,
        List<OperatingPoint> operatingPoints,
        FailuresToAcquire failuresToAcquire,
        StageTimes millisecondsPerImage,
        LivenessStatistics liveness) {

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
     * @param images which, and why
     */
    record FailuresToAcquire(int count, double rate, List<Failure> images) {}

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

    static ReportJson of(EvaluationReport report, EvaluationFiles run) {
        return new ReportJson(
                run.toolVersion(),
                run.clock().instant(),
                run.pairs().getFileName().toString(),
                report.models(),
                run.options().faceChoice().name(),
                run.options().allImpostors(),
                report.images(),
                report.genuinePairs(),
                report.impostorPairs(),
                new Accuracy(report.accuracy(), report.accuracyDeviation(), FOLDS),
                report.equalErrorRate(),
                report.operatingPoints(),
                new FailuresToAcquire(
                        report.failures().size(),
                        (double) report.failures().size() / report.images(),
                        report.failures().stream().map(Failure::of).toList()),
                report.stageTimes(),
                report.liveness().orElse(null));
    }
}
