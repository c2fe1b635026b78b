package io.namesake.cli.report;

import io.namesake.face.evaluation.DetPoint;
import io.namesake.face.evaluation.EvaluationReport;
import io.namesake.face.evaluation.OperatingPoint;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The plots of an evaluation, as SVG.
 *
 * @param report what was measured
 * @param subtitle on what, in one line
 */
record Plots(EvaluationReport report, String subtitle) {

    /** Both errors against each other. */
    String trade() throws IOException {
        List<DetPlot.Point> curve = report.detCurve().stream()
                .sorted(Comparator.comparingDouble(DetPoint::threshold).reversed())
                .map(point -> new DetPlot.Point(point.falseMatchRate(), point.falseNonMatchRate()))
                .toList();
        StringWriter svg = new StringWriter();
        new DetPlot(
                        "Face comparison, " + report.models(),
                        subtitle,
                        curve,
                        report.detBand().stream()
                                .map(at -> new DetPlot.Band(at.falseMatchRate(), at.low(), at.high()))
                                .toList(),
                        report.operatingPoints().stream()
                                .filter(OperatingPoint::supported)
                                .map(Plots::mark)
                                .toList(),
                        report.impostorPairs(),
                        report.genuinePairs())
                .write(svg);
        return svg.toString();
    }

    /** How often each similarity was seen, with the calibration's thresholds or, without one, those measured here. */
    String scores() throws IOException {
        List<HistogramPlot.Threshold> thresholds = report.calibrated().isEmpty()
                ? report.operatingPoints().stream()
                        .filter(OperatingPoint::supported)
                        .map(point -> threshold(point.falseMatchRate(), point.threshold()))
                        .toList()
                : report.calibrated().stream()
                        .map(rates -> threshold(rates.calibratedFor(), rates.threshold()))
                        .toList();
        StringWriter svg = new StringWriter();
        new HistogramPlot(
                        "Similarities, " + report.models(),
                        subtitle,
                        report.genuineScores(),
                        report.impostorScores(),
                        thresholds)
                .write(svg);
        return svg.toString();
    }

    private static HistogramPlot.Threshold threshold(double falseMatchRate, double similarity) {
        return new HistogramPlot.Threshold(
                String.format(Locale.ROOT, "%.2f: FMR %s", similarity, DetPlot.percent(falseMatchRate)), similarity);
    }

    private static DetPlot.Mark mark(OperatingPoint point) {
        return new DetPlot.Mark(
                String.format(
                        Locale.ROOT,
                        "FMR %s: FNMR %.2f %%, threshold %.2f",
                        DetPlot.percent(point.falseMatchRate()),
                        point.falseNonMatchRate().value() * 100,
                        point.threshold()),
                new DetPlot.Point(
                        point.measuredFalseMatchRate().value(),
                        point.falseNonMatchRate().value()),
                point.falseNonMatchRate().low(),
                point.falseNonMatchRate().high());
    }
}
