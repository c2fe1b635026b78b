package io.namesake.document.print.evaluation;

import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.Identity;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.print.PrintedDocumentReader;
import io.namesake.document.print.PrintedReading;
import io.namesake.document.print.evaluation.PrintTrial.Outcome;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Quad;
import io.namesake.document.specimen.card.Capture;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Consumer;

/** Draws, photographs and reads documents of one kind after the other. */
public final class PrintEvaluation {
    private final PrintedDocumentReader reader;
    private final LocalDate today;

    /** @param today when the reader's clock says it is */
    public PrintEvaluation(PrintedDocumentReader reader, LocalDate today) {
        this.reader = reader;
        this.today = today;
    }

    /**
     * So many trials.
     *
     * @param seed of the first; the next ones follow
     * @param progress is told of each
     */
    public List<PrintTrial> run(PrintSeries series, int count, long seed, Consumer<PrintTrial> progress) {
        List<PrintTrial> trials = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            PrintTrial trial = trial(series, seed + i);
            trials.add(trial);
            progress.accept(trial);
        }
        return trials;
    }

    private PrintTrial trial(PrintSeries series, long seed) {
        Random random = new Random(seed);
        PrintSeries.Drawn drawn = series.draw().draw(today, random);
        List<Capture> captures = new ArrayList<>();
        List<byte[]> photos = new ArrayList<>();
        for (Page side : drawn.sides()) {
            Capture capture = Capture.ordinary(random);
            captures.add(capture);
            photos.add(capture.take(side, random));
        }
        long start = processorTime();
        PrintedReading reading;
        try {
            reading = reader.read(photos);
        } catch (DocumentUnreadable impossible) {
            throw new IllegalStateException(impossible);
        }
        double milliseconds = (processorTime() - start) / 1e6 / photos.size();
        return switch (reading) {
            case PrintedReading.Retake retake ->
                new PrintTrial(
                        series.name(),
                        seed,
                        Outcome.SENT_BACK,
                        "",
                        retake.hints().toString(),
                        OptionalDouble.empty(),
                        List.of(),
                        milliseconds);
            case PrintedReading.Read read -> {
                String wrong = wrong(drawn.holder(), read.evidence().identity().orElseThrow());
                Quad portrait = captures.getFirst().place(drawn.sides().getFirst(), drawn.portrait());
                yield new PrintTrial(
                        series.name(),
                        seed,
                        wrong.isEmpty() ? Outcome.RIGHT : Outcome.WRONG,
                        wrong,
                        "",
                        read.cut()
                                .map(cut ->
                                        OptionalDouble.of(cut.picture() == 0 ? Overlap.of(portrait, cut.place()) : 0))
                                .orElse(OptionalDouble.empty()),
                        signs(read.evidence()),
                        milliseconds);
            }
        };
    }

    private static List<String> signs(IdentityEvidence evidence) {
        return evidence.checks().stream()
                .filter(check -> check.kind() != CheckKind.SPECIMEN)
                .filter(check -> check.result() == Result.FAILED || check.seesSign())
                .map(check -> check.kind() + " " + check.confidence().orElse(100))
                .toList();
    }

    /** Of this thread, which does all of it when the reader was opened for one; a busy machine makes the clock on the wall run ahead. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String wrong(Identity drawn, Identity read) {
        List<String> wrong = new ArrayList<>();
        PrintSeries.fields().forEach((name, field) -> {
            if (!Objects.equals(field.apply(drawn), field.apply(read))) {
                wrong.add(name);
            }
        });
        return String.join(", ", wrong);
    }
}
