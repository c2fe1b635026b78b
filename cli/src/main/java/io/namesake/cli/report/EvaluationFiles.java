package io.namesake.cli.report;

import io.namesake.face.NetworkSimilarity;
import io.namesake.face.evaluation.DetPoint;
import io.namesake.face.evaluation.EvaluationOptions;
import io.namesake.face.evaluation.EvaluationReport;
import io.namesake.face.evaluation.OperatingPoint;
import io.namesake.face.evaluation.PairScore;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what an evaluation measured: {@code report.json}, {@code scores.csv} and {@code det.svg}.
 *
 * @param pairs the list that was evaluated; only its file name is written, a report says nothing of this machine
 * @param toolVersion the version of this program
 * @param options how it was evaluated
 * @param clock tells when
 */
public record EvaluationFiles(Path pairs, String toolVersion, EvaluationOptions options, Clock clock) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Writes the three files, replacing those of an earlier run. */
    public void write(EvaluationReport report, Path folder) throws IOException {
        Files.writeString(
                folder.resolve("report.json"),
                JSON.writeValueAsString(ReportJson.of(report, this)) + "\n",
                StandardCharsets.UTF_8);
        try (Writer out = Files.newBufferedWriter(folder.resolve("scores.csv"), StandardCharsets.UTF_8)) {
            writeScores(report, out);
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("det.svg"), StandardCharsets.UTF_8)) {
            plot(report).write(out);
        }
    }

    private static void writeScores(EvaluationReport report, Writer out) throws IOException {
        List<String> networks = report.scores().stream()
                .map(PairScore::networks)
                .filter(scores -> !scores.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(NetworkSimilarity::network)
                .toList();
        List<String> header = new ArrayList<>(List.of("image_a", "image_b", "same_person", "similarity"));
        networks.forEach(network -> header.add(network + "_cosine"));
        header.add("failure");
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(header);
            for (PairScore score : report.scores()) {
                csv.printRecord(row(score, networks));
            }
        }
    }

    private static List<String> row(PairScore score, List<String> networks) {
        List<String> row = new ArrayList<>();
        row.add(score.pair().imageA());
        row.add(score.pair().imageB());
        row.add(Boolean.toString(score.pair().samePerson()));
        row.add(
                score.similarity().isPresent()
                        ? String.format(Locale.ROOT, "%.5f", score.similarity().getAsDouble())
                        : "");
        for (String network : networks) {
            row.add(score.networks().stream()
                    .filter(one -> one.network().equals(network))
                    .map(one -> String.format(Locale.ROOT, "%.5f", one.cosine()))
                    .findFirst()
                    .orElse(""));
        }
        row.add(score.failure().orElse(""));
        return row;
    }

    private DetPlot plot(EvaluationReport report) {
        List<DetPlot.Point> curve = report.detCurve().stream()
                .sorted(Comparator.comparingDouble(DetPoint::threshold).reversed())
                .map(point -> new DetPlot.Point(point.falseMatchRate(), point.falseNonMatchRate()))
                .toList();
        String subtitle = String.format(
                Locale.ROOT,
                "%s: %,d comparisons of one person, %,d of different persons, %d of %,d pictures unusable",
                pairs.getFileName(),
                report.genuinePairs(),
                report.impostorPairs(),
                report.failures().size(),
                report.images());
        return new DetPlot(
                "Face comparison, " + report.models(),
                subtitle,
                curve,
                report.operatingPoints().stream()
                        .filter(OperatingPoint::supported)
                        .map(EvaluationFiles::mark)
                        .toList(),
                report.impostorPairs(),
                report.genuinePairs());
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
