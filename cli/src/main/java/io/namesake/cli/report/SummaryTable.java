package io.namesake.cli.report;

import io.namesake.face.evaluation.CalibratedRates;
import io.namesake.face.evaluation.EvaluationReport;
import io.namesake.face.evaluation.GroupRates;
import io.namesake.face.evaluation.LookAlikes;
import io.namesake.face.evaluation.MeasuredRates;
import io.namesake.face.evaluation.OperatingPoint;
import io.namesake.face.evaluation.QualityGate;
import io.namesake.face.evaluation.Rate;
import io.namesake.face.evaluation.RoleFigures;
import io.namesake.face.evaluation.StageTimes;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table that {@code namesake evaluate} prints: the few numbers that a person looks at first. */
public final class SummaryTable {

    private final StringBuilder text = new StringBuilder();

    private SummaryTable() {}

    /** The table's lines, each with a line end. */
    public static String of(EvaluationReport report) {
        SummaryTable table = new SummaryTable();
        table.line("Models", report.models());
        table.line(
                "Comparisons",
                "%,d of one person, %,d of different persons, from %,d pictures",
                report.genuinePairs(),
                report.impostorPairs(),
                report.images());
        table.line("Unusable pictures", "%s: %s", failures(report), interval(report.failureToAcquire()));
        report.roles().forEach(table::role);
        report.severalFaces()
                .ifPresent(several -> table.line(
                        "Several faces",
                        "verify would refuse %,d of %,d usable pictures, and take another face in %,d",
                        several.refused(),
                        several.images(),
                        several.otherFace()));
        table.line(
                "Accuracy",
                "%.2f %% \u00b1 %.2f (10 folds, threshold from the other nine)",
                report.accuracy() * 100,
                report.accuracyDeviation() * 100);
        table.line("Equal error rate", "%.2f %%", report.equalErrorRate() * 100);
        table.line("Intervals", "%s", IntervalNote.of(report.intervals()));
        report.operatingPoints().forEach(point -> table.operatingPoint("FNMR at FMR ", point));
        report.calibrated().forEach(rates -> table.calibrated("Calibrated for ", rates));
        table.gate(report.gate());
        report.groups().forEach(table::group);
        report.lookAlikes().ifPresent(table::lookAlikes);
        report.liveness()
                .ifPresent(liveness -> table.line(
                        "Taken for an attack",
                        "%.2f %% of %,d pictures (%,d could not be assessed)",
                        liveness.bonaFideClassificationErrorRate().value() * 100,
                        liveness.assessed(),
                        liveness.notAssessed()));
        table.stages(report.stageTimes());
        return table.text.toString();
    }

    private void role(RoleFigures figures) {
        line(
                "Held to a " + figures.role().code() + "'s",
                "%,d pictures, unusable %,d: %s; the gate sends back %,d: %s",
                figures.images(),
                figures.unusable(),
                interval(figures.failureToAcquire()),
                figures.sentBack(),
                interval(figures.shareSentBack()));
    }

    private void gate(QualityGate gate) {
        line(
                "Quality gate",
                "sends back %,d of %,d pictures: %s%s",
                gate.sentBack(),
                gate.images(),
                interval(gate.shareSentBack()),
                new TreeMap<>(gate.reasons())
                        .entrySet().stream()
                                .map(reason -> reason.getKey() + " " + reason.getValue())
                                .collect(Collectors.joining(", ", gate.reasons().isEmpty() ? "" : "; ", "")));
        gate.rates().ifPresent(rates -> {
            line(
                    "  what passes",
                    "%,d of one person, %,d of different persons",
                    rates.genuinePairs(),
                    rates.impostorPairs());
            intervals(rates);
            rates.operatingPoints().forEach(point -> operatingPoint("  FNMR at FMR ", point));
            rates.calibrated().forEach(calibrated -> calibrated("  calibrated for ", calibrated));
        });
    }

    private void group(GroupRates group) {
        line(
                "Group " + group.group(),
                "%,d persons, %,d pictures, of which the gate sends back %,d",
                group.persons(),
                group.images(),
                group.sentBack());
        group.rates().ifPresent(rates -> {
            line(
                    "  comparisons",
                    "%,d of one person, %,d of different persons",
                    rates.genuinePairs(),
                    rates.impostorPairs());
            intervals(rates);
            rates.calibrated().forEach(calibrated -> calibrated("  calibrated for ", calibrated));
        });
    }

    /** Only where there is more to say than for all pictures. */
    private void intervals(MeasuredRates rates) {
        if (!rates.intervals().ofBoth() || rates.intervals().roundsLeftOut() > 0) {
            line("  intervals", "%s", IntervalNote.of(rates.intervals()));
        }
    }

    private void lookAlikes(LookAlikes lookAlikes) {
        for (LookAlikes.Reached reached : lookAlikes.reached()) {
            line(
                    "Look-alikes at " + DetPlot.percent(reached.falseMatchRate()),
                    "the nearest of %,d others matches for %.1f %% of %,d persons (95 %%: %.1f to %.1f)",
                    lookAlikes.others(),
                    reached.share().value() * 100,
                    lookAlikes.persons(),
                    reached.share().low() * 100,
                    reached.share().high() * 100);
        }
    }

    private void calibrated(String name, CalibratedRates rates) {
        line(
                name + DetPlot.percent(rates.calibratedFor()),
                "threshold %.3f: FMR %s, FNMR %s",
                rates.threshold(),
                Percent.of(rates.falseMatchRate()),
                Percent.of(rates.falseNonMatchRate()));
    }

    private void operatingPoint(String before, OperatingPoint point) {
        String name = before + DetPlot.percent(point.falseMatchRate());
        if (point.supported()) {
            line(name, "%s, threshold %.3f", interval(point.falseNonMatchRate()), point.threshold());
        } else {
            line(
                    name,
                    "not measurable with fewer than %,d pairs of persons who differ; try --all-impostors",
                    Math.round(3 / point.falseMatchRate()));
        }
    }

    private void stages(StageTimes times) {
        line(
                "ms per picture",
                "%.1f (decode %.1f, detect %.1f, landmarks %.1f, quality %.1f, embed %.1f, attack %.1f)",
                times.total(),
                times.decode(),
                times.detect(),
                times.landmarks(),
                times.quality(),
                times.embed(),
                times.presentationAttack());
    }

    private static String interval(Rate rate) {
        return rate.hasInterval()
                ? String.format(
                        Locale.ROOT,
                        "%.2f %% (95 %%: %.2f to %.2f)",
                        rate.value() * 100,
                        rate.low() * 100,
                        rate.high() * 100)
                : String.format(Locale.ROOT, "%.2f %% (no interval)", rate.value() * 100);
    }

    private static String failures(EvaluationReport report) {
        if (report.failures().isEmpty()) {
            return "none";
        }
        Map<String, Long> byReason = report.failures().stream()
                .collect(
                        Collectors.groupingBy(failure -> failure.reason().code(), TreeMap::new, Collectors.counting()));
        return report.failures().size()
                + byReason.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private void line(String name, String format, Object... values) {
        text.append(String.format(Locale.ROOT, "%-25s", name))
                .append(String.format(Locale.ROOT, format, values))
                .append(System.lineSeparator());
    }
}
