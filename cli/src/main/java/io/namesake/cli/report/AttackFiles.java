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

    /** As lines for a person. */
    public static String text(List<AttackReport> reports) {
        StringBuilder text = new StringBuilder();
        for (AttackReport report : reports) {
            text.append(String.format("%n%s (fitted on: %s)%n", report.judge(), report.fittedOn()));
            for (AttackReport.Point point : report.points()) {
                text.append(String.format(Locale.ROOT, "  at %s (threshold %.3f)%n", point.name(), point.threshold()));
                point.living().forEach(row -> row(text, "BPCER", row));
                point.attacks().forEach(row -> row(text, "APCER", row));
                point.accepted().forEach(row -> row(text, "IAPAR", row));
            }
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String rate, AttackReport.Row row) {
        text.append(String.format(
                Locale.ROOT,
                "    %s %-38s %5.1f %% (%.1f-%.1f), %d of %d pictures of %d persons%n",
                rate,
                row.name(),
                100 * row.rate().value(),
                100 * row.rate().low(),
                100 * row.rate().high(),
                row.errors(),
                row.presentations(),
                row.persons()));
    }
}
