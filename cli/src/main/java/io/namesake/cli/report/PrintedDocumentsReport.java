package io.namesake.cli.report;

import io.namesake.document.print.evaluation.PrintTrial;
import io.namesake.document.print.evaluation.PrintTrial.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What evaluate-documents writes and prints, kind by kind.
 *
 * @param trials all of them
 */
public record PrintedDocumentsReport(List<PrintTrial> trials) {
    public PrintedDocumentsReport {
        trials = List.copyOf(trials);
    }

    /**
     * One kind of document.
     *
     * @param wrongNumber trials that were taken as read with another number than was drawn
     * @param medianMilliseconds of one processor, a page
     */
    public record Row(
            String kind,
            int documents,
            int right,
            int wrong,
            int wrongNumber,
            int sentBack,
            double medianMilliseconds) {}

    private record Content(String software, long seed, List<Row> rows, List<PrintTrial> trials) {}

    /** In the order in which they were measured. */
    public List<Row> rows() {
        return trials.stream()
                .map(PrintTrial::series)
                .distinct()
                .map(kind -> row(
                        kind,
                        trials.stream()
                                .filter(trial -> trial.series().equals(kind))
                                .toList()))
                .toList();
    }

    private static Row row(String kind, List<PrintTrial> trials) {
        double[] times =
                trials.stream().mapToDouble(PrintTrial::milliseconds).sorted().toArray();
        return new Row(
                kind,
                trials.size(),
                count(trials, Outcome.RIGHT),
                count(trials, Outcome.WRONG),
                (int) trials.stream()
                        .filter(trial -> List.of(trial.wrong().split(", ")).contains("number"))
                        .count(),
                count(trials, Outcome.SENT_BACK),
                (times[(times.length - 1) / 2] + times[times.length / 2]) / 2);
    }

    private static int count(List<PrintTrial> trials, Outcome outcome) {
        return (int) trials.stream().filter(trial -> trial.outcome() == outcome).count();
    }

    /** A table for a person. */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                "%-15s%10s%18s%18s%14s%12s%12s%n",
                "kind", "documents", "completely right", "wrong, accepted", "wrong number", "sent back", "ms a page"));
        for (Row row : rows()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-15s%10d%18s%18d%14d%12d%12.0f%n",
                    row.kind(),
                    row.documents(),
                    row.right() + " (" + Percent.of((double) row.right() / row.documents()) + ")",
                    row.wrong(),
                    row.wrongNumber(),
                    row.sentBack(),
                    row.medianMilliseconds()));
        }
        return text.toString();
    }

    /** Everything, trial by trial; who was drawn is made up and follows from the seed. */
    public void write(Path file, String software, long seed) throws IOException {
        Files.write(
                file,
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsBytes(new Content(software, seed, rows(), trials)));
    }
}
