package io.namesake.cli.report;

import io.namesake.face.NetworkSimilarity;
import io.namesake.face.Role;
import io.namesake.face.evaluation.EvaluationOptions;
import io.namesake.face.evaluation.EvaluationReport;
import io.namesake.face.evaluation.ImageSource;
import io.namesake.face.evaluation.PairScore;
import io.namesake.face.evaluation.PortraitStyle;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what an evaluation measured: {@code report.json}, {@code scores.csv}, {@code det.svg}, {@code scores.svg} and, for people,
 * {@code report.html}.
 *
 * @param pairs the list that was evaluated; only its file name is written, a report says nothing of this machine
 * @param portraits what the first pictures were made to look like; empty when they were left alone
 * @param toolVersion the version of this program
 * @param options how it was evaluated
 * @param clock tells when
 * @param pictures where the page reads the worst pairs' pictures; empty for a page without faces
 */
public record EvaluationFiles(
        Path pairs,
        Optional<PortraitStyle> portraits,
        String toolVersion,
        EvaluationOptions options,
        Clock clock,
        Optional<ImageSource> pictures) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Writes the files, replacing those of an earlier run. */
    public void write(EvaluationReport report, Path folder) throws IOException {
        Files.writeString(
                folder.resolve("report.json"),
                JSON.writeValueAsString(ReportJson.of(report, this)) + "\n",
                StandardCharsets.UTF_8);
        try (Writer out = Files.newBufferedWriter(folder.resolve("scores.csv"), StandardCharsets.UTF_8)) {
            writeScores(report, out);
        }
        Plots plots = new Plots(report, subtitle(report));
        Files.writeString(folder.resolve("det.svg"), plots.trade(), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("scores.svg"), plots.scores(), StandardCharsets.UTF_8);
        String madeBy = String.format(
                Locale.ROOT,
                "Measured by namesake evaluate %s on %s.",
                toolVersion,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        EvaluationPage page =
                new EvaluationPage(report, subtitle(report), madeBy, plots.trade(), plots.scores(), pictures);
        Files.writeString(folder.resolve("report.html"), page.html(), StandardCharsets.UTF_8);
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

    private String subtitle(EvaluationReport report) {
        return String.format(
                Locale.ROOT,
                "%s%s%s: %,d comparisons of one person, %,d of different persons, %d of %,d pictures unusable",
                pairs.getFileName(),
                portraits.map(style -> ", first as portrait, " + style).orElse(""),
                options.second() == Role.SELFIE ? ", second as selfie" : "",
                report.genuinePairs(),
                report.impostorPairs(),
                report.failures().size(),
                report.images());
    }
}
