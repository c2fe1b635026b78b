package io.namesake.cli.report;

import io.namesake.face.evaluation.CalibratedRates;
import io.namesake.face.evaluation.EvaluationReport;
import io.namesake.face.evaluation.GroupRates;
import io.namesake.face.evaluation.Intervals;
import io.namesake.face.evaluation.MeasuredRates;
import io.namesake.face.evaluation.OperatingPoint;
import io.namesake.face.evaluation.QualityGate;
import io.namesake.face.evaluation.RoleFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The tables of error rates on an evaluation's page: over all usable pictures beside those that pass the quality gate, what the gate sends
 * back, and each group by itself.
 *
 * @param report what was measured
 */
record RateTables(EvaluationReport report) {

    void write(HtmlPage page) {
        rates(page);
        gate(page, report.gate());
        groups(page);
    }

    private void rates(HtmlPage page) {
        page.heading("Error rates").paragraph("In brackets: " + IntervalNote.of(report.intervals()));
        Optional<MeasuredRates> gated = report.gate().rates();
        gated.map(MeasuredRates::intervals)
                .filter(intervals -> !intervals.equals(report.intervals()))
                .ifPresent(intervals -> page.paragraph("Of what passes the gate: " + IntervalNote.of(intervals)));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "Pairs of one person", count(report.genuinePairs()), of(gated, rates -> count(rates.genuinePairs()))));
        rows.add(List.of(
                "Pairs of different persons",
                count(report.impostorPairs()),
                of(gated, rates -> count(rates.impostorPairs()))));
        rows.add(List.of(
                "Equal error rate",
                Percent.of(report.equalErrorRate()),
                of(gated, rates -> Percent.of(rates.equalErrorRate()))));
        for (int i = 0; i < report.operatingPoints().size(); i++) {
            int at = i;
            OperatingPoint point = report.operatingPoints().get(i);
            rows.add(List.of(
                    "FNMR at FMR " + DetPlot.percent(point.falseMatchRate()),
                    measured(point),
                    of(gated, rates -> measured(rates.operatingPoints().get(at)))));
        }
        for (int i = 0; i < report.calibrated().size(); i++) {
            int at = i;
            CalibratedRates calibrated = report.calibrated().get(i);
            rows.add(List.of(
                    String.format(
                            Locale.ROOT,
                            "At %.3f, calibrated for FMR %s",
                            calibrated.threshold(),
                            DetPlot.percent(calibrated.calibratedFor())),
                    both(calibrated),
                    of(gated, rates -> both(rates.calibrated().get(at)))));
        }
        page.table(List.of("", "all usable pictures", "pictures that pass the gate"), rows);
        page.paragraph(String.format(
                Locale.ROOT,
                "Accuracy on the labelled pairs: %.2f %% ± %.2f over 10 folds, each with the threshold that is best on the others.",
                report.accuracy() * 100,
                report.accuracyDeviation() * 100));
    }

    private void gate(HtmlPage page, QualityGate gate) {
        page.heading("Quality gate")
                .paragraph(String.format(
                        Locale.ROOT,
                        "The gate sends back %,d of %,d usable pictures: %s. A picture may have several reasons. Intervals here are"
                                + " Wilson's, over the pictures.",
                        gate.sentBack(),
                        gate.images(),
                        Percent.of(gate.shareSentBack())));
        page.table(
                List.of("reason", "pictures"),
                new TreeMap<>(gate.reasons())
                        .entrySet().stream()
                                .map(reason -> List.of(reason.getKey(), count(reason.getValue())))
                                .toList());
        page.table(
                List.of("held to the rules of a", "pictures", "could not be used", "sent back of the others"),
                report.roles().stream().map(RateTables::role).toList());
        report.severalFaces()
                .ifPresent(several -> page.paragraph(String.format(
                        Locale.ROOT,
                        "Of pictures of several faces the one nearest the centre was taken. A verification takes the largest: it would"
                                + " refuse %,d of these %,d pictures, since another face could be meant, and take another face in %,d.",
                        several.refused(),
                        several.images(),
                        several.otherFace())));
    }

    private static List<String> role(RoleFigures figures) {
        return List.of(
                figures.role().code(),
                count(figures.images()),
                count(figures.unusable()) + ": " + Percent.of(figures.failureToAcquire()),
                count(figures.sentBack()) + ": " + Percent.of(figures.shareSentBack()));
    }

    private void groups(HtmlPage page) {
        if (report.groups().isEmpty()) {
            return;
        }
        page.heading("Groups")
                .paragraph(
                        "Pairs of different persons are within the group. With few persons an interval says little, however many"
                                + " pictures there are; with fewer than " + Intervals.LEAST_PERSONS
                                + " there is none.");
        List<List<String>> rows = new ArrayList<>();
        for (GroupRates group : report.groups()) {
            String people = String.format(
                    Locale.ROOT,
                    "%,d persons, %,d pictures, %,d sent back",
                    group.persons(),
                    group.images(),
                    group.sentBack());
            if (group.rates().isEmpty()) {
                rows.add(List.of(group.group(), people, "no pairs of both kinds"));
            }
            group.rates()
                    .ifPresent(rates -> rates.calibrated()
                            .forEach(calibrated -> rows.add(List.of(
                                    group.group(),
                                    people,
                                    "calibrated for FMR " + DetPlot.percent(calibrated.calibratedFor()) + ": "
                                            + both(calibrated)))));
        }
        page.table(List.of("group", "people", "rates"), rows);
    }

    private static String of(Optional<MeasuredRates> gated, Function<MeasuredRates, String> cell) {
        return gated.map(cell).orElse("–");
    }

    private static String measured(OperatingPoint point) {
        return point.supported() ? Percent.of(point.falseNonMatchRate()) : "too few pairs";
    }

    private static String both(CalibratedRates rates) {
        return "FMR " + Percent.of(rates.falseMatchRate()) + ", FNMR " + Percent.of(rates.falseNonMatchRate());
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
