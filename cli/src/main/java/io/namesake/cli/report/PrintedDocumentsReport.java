package io.namesake.cli.report;

import io.namesake.document.CheckKind;
import io.namesake.document.print.evaluation.PrintTrial;
import io.namesake.document.print.evaluation.PrintTrial.Outcome;
import io.namesake.document.print.evaluation.SignTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What evaluate-documents writes and prints, kind by kind.
 *
 * @param trials all of them
 * @param signs where signs of forgery were looked for, likewise; may be empty
 */
public record PrintedDocumentsReport(List<PrintTrial> trials, List<SignTrial> signs) {
    /** A portrait is cut out right when this much of it and of what was drawn is common to both. */
    private static final double RIGHT_PORTRAIT = 0.5;

    public PrintedDocumentsReport {
        trials = List.copyOf(trials);
        signs = List.copyOf(signs);
    }

    /**
     * What lay before the camera, or was done to the photo.
     *
     * @param noticed photos in which the check saw its sign; of untouched documents, false alarms
     * @param sentBack that could not be read
     */
    public record SignRow(CheckKind sign, String shown, int photos, int noticed, int sentBack) {}

    /**
     * One kind of document.
     *
     * @param wrongNumber trials that were taken as read with another number than was drawn
     * @param portraits that were cut out with at least half of the area in common with the one that was drawn
     * @param medianOverlap of the portraits that were cut out, 0 to 1; 0 when none was
     * @param flagged that a check saw a sign of forgery in, though all are honest
     * @param medianMilliseconds of one processor, a page
     */
    public record Row(
            String kind,
            int documents,
            int right,
            int wrong,
            int wrongNumber,
            int sentBack,
            int portraits,
            double medianOverlap,
            int flagged,
            double medianMilliseconds) {}

    private record Content(
            String software,
            long seed,
            List<Row> rows,
            List<SignRow> signRows,
            List<PrintTrial> trials,
            List<SignTrial> signs) {}

    /** In the order in which they were measured. */
    public List<SignRow> signRows() {
        return signs.stream()
                .map(trial -> Map.entry(trial.sign(), trial.shown()))
                .distinct()
                .map(kind -> signRow(
                        kind.getKey(),
                        kind.getValue(),
                        signs.stream()
                                .filter(trial -> trial.sign() == kind.getKey()
                                        && trial.shown().equals(kind.getValue()))
                                .toList()))
                .toList();
    }

    private static SignRow signRow(CheckKind sign, String shown, List<SignTrial> trials) {
        return new SignRow(
                sign,
                shown,
                trials.size(),
                count(trials, SignTrial.Outcome.NOTICED),
                count(trials, SignTrial.Outcome.SENT_BACK));
    }

    private static int count(List<SignTrial> trials, SignTrial.Outcome outcome) {
        return (int) trials.stream().filter(trial -> trial.outcome() == outcome).count();
    }

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
        double[] overlaps = trials.stream()
                .flatMapToDouble(trial -> trial.overlap().stream())
                .sorted()
                .toArray();
        return new Row(
                kind,
                trials.size(),
                count(trials, Outcome.RIGHT),
                count(trials, Outcome.WRONG),
                (int) trials.stream()
                        .filter(trial -> List.of(trial.wrong().split(", ")).contains("number"))
                        .count(),
                count(trials, Outcome.SENT_BACK),
                (int) DoubleStream.of(overlaps)
                        .filter(overlap -> overlap >= RIGHT_PORTRAIT)
                        .count(),
                median(overlaps),
                (int) trials.stream().filter(trial -> !trial.signs().isEmpty()).count(),
                median(trials.stream()
                        .mapToDouble(PrintTrial::milliseconds)
                        .sorted()
                        .toArray()));
    }

    private static double median(double[] sorted) {
        return sorted.length == 0 ? 0 : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static int count(List<PrintTrial> trials, Outcome outcome) {
        return (int) trials.stream().filter(trial -> trial.outcome() == outcome).count();
    }

    /** A table for a person. */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                "%-15s%10s%18s%18s%14s%12s%22s%14s%12s%n",
                "kind",
                "documents",
                "completely right",
                "wrong, accepted",
                "wrong number",
                "sent back",
                "portrait right",
                "false alarms",
                "ms a page"));
        for (Row row : rows()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-15s%10d%18s%18d%14d%12d%22s%14d%12.0f%n",
                    row.kind(),
                    row.documents(),
                    row.right() + " (" + Percent.of((double) row.right() / row.documents()) + ")",
                    row.wrong(),
                    row.wrongNumber(),
                    row.sentBack(),
                    String.format(Locale.ROOT, "%d (overlap %.2f)", row.portraits(), row.medianOverlap()),
                    row.flagged(),
                    row.medianMilliseconds()));
        }
        if (!signs.isEmpty()) {
            text.append(String.format(
                    "%n%-19s%-19s%8s%10s%12s%n", "sign", "before the camera", "photos", "noticed", "sent back"));
        }
        for (SignRow row : signRows()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-19s%-19s%8d%10d%12d%n",
                    row.sign(),
                    row.shown(),
                    row.photos(),
                    row.noticed(),
                    row.sentBack()));
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
                        .writeValueAsBytes(new Content(software, seed, rows(), signRows(), trials, signs)));
    }
}
