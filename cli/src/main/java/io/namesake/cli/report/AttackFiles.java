package io.namesake.cli.report;

import io.namesake.face.evaluation.Progress;
import io.namesake.face.evaluation.attacks.AttackFindings;
import io.namesake.face.evaluation.attacks.AttackReport;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What evaluate-attacks writes and prints: error rates per species, never averaged over species (ISO/IEC 30107-3:2023, 13.2).
 *
 * @param findings what was measured
 * @param folds groups of persons for the fits that leave the judged ones out; fewer than 2 leaves that report out
 */
public record AttackFiles(AttackFindings findings, int folds) {

    /** The shape of report.json. */
    private record Content(
            String software,
            Instant made,
            String models,
            String network,
            Map<String, Integer> unusable,
            List<AttackReport> reports) {}

    /**
     * One report for each judge.
     *
     * @param threads fits at the same time
     */
    public List<AttackReport> reports(int threads, Progress progress) {
        List<AttackReport> reports = new ArrayList<>();
        reports.add(findings.networkAlone());
        findings.fused().ifPresent(reports::add);
        if (folds >= 2) {
            reports.add(findings.personsLeftOut(folds, threads, progress));
        }
        return reports;
    }

    /** Writes report.json, and attacks.svg with the curves of the last judge, which is the fairest that there is. */
    public void write(List<AttackReport> reports, String software, Instant made, Path folder) throws IOException {
        Files.write(
                folder.resolve("report.json"),
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsBytes(new Content(
                                software, made, findings.models(), findings.network(), findings.unusable(), reports)));
        try (Writer out = Files.newBufferedWriter(folder.resolve("attacks.svg"))) {
            new AttackPlot(reports.getLast()).write(out);
        }
    }

    /** As tables for a person: a line for each data set or species and kind of error, a column for each threshold; percent with 95 % intervals. */
    public static String text(List<AttackReport> reports) {
        StringBuilder text = new StringBuilder();
        for (AttackReport report : reports) {
            text.append(String.format("%n%s (fitted on: %s), percent%n", report.judge(), report.fittedOn()));
            line(text, "at", report.points(), AttackReport.Point::name, "");
            line(
                    text,
                    "threshold, log-odds",
                    report.points(),
                    point -> String.format(Locale.ROOT, "%.3f", point.threshold()),
                    "");
            rows(text, "BPCER", report.points(), AttackReport.Point::living);
            rows(text, "APCER", report.points(), AttackReport.Point::attacks);
            rows(text, "IAPAR", report.points(), AttackReport.Point::accepted);
        }
        return text.toString();
    }

    /** At every threshold the same presentations are counted, so one row of each point makes a line. */
    private static void rows(
            StringBuilder text,
            String rate,
            List<AttackReport.Point> points,
            Function<AttackReport.Point, List<AttackReport.Row>> rows) {
        List<AttackReport.Row> first = rows.apply(points.getFirst());
        for (int i = 0; i < first.size(); i++) {
            int row = i;
            line(
                    text,
                    rate + " " + first.get(i).name(),
                    points,
                    point -> percent(rows.apply(point).get(row)),
                    String.format(
                            "%d pictures, %d persons",
                            first.get(i).presentations(), first.get(i).persons()));
        }
    }

    private static void line(
            StringBuilder text,
            String name,
            List<AttackReport.Point> points,
            Function<AttackReport.Point, String> cell,
            String end) {
        StringBuilder line = new StringBuilder(String.format("  %-44s", name));
        points.forEach(point -> line.append(String.format("  %-18s", cell.apply(point))));
        text.append(line.append("  ").append(end).toString().stripTrailing()).append(System.lineSeparator());
    }

    private static String percent(AttackReport.Row row) {
        return String.format(
                Locale.ROOT,
                "%.1f (%.1f-%.1f)",
                100 * row.rate().value(),
                100 * row.rate().low(),
                100 * row.rate().high());
    }
}
