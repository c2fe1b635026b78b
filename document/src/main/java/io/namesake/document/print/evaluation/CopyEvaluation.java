package io.namesake.document.print.evaluation;

import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.print.PrintedDocumentReader;
import io.namesake.document.print.PrintedReading;
import io.namesake.document.print.evaluation.CopyTrial.Outcome;
import io.namesake.document.specimen.card.Capture;
import io.namesake.document.specimen.card.Recapture;
import io.namesake.document.specimen.card.SpecimenKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** How often passports on screens and in print are noticed, and honest ones taken for such. */
public final class CopyEvaluation {
    private final PrintedDocumentReader reader;
    private final LocalDate today;

    /** @param today when the reader's clock says it is */
    public CopyEvaluation(PrintedDocumentReader reader, LocalDate today) {
        this.reader = reader;
        this.today = today;
    }

    /**
     * So many trials.
     *
     * @param seed of the first; the next ones follow
     * @param progress is told of each
     */
    public List<CopyTrial> run(Recapture shown, int count, long seed, Consumer<CopyTrial> progress) {
        List<CopyTrial> trials = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CopyTrial trial = new CopyTrial(shown, seed + i, outcome(shown, seed + i));
            trials.add(trial);
            progress.accept(trial);
        }
        return trials;
    }

    private Outcome outcome(Recapture shown, long seed) {
        Random random = new Random(seed);
        PrintSeries.Drawn drawn = PrintSeries.of(SpecimenKind.PASSPORT).draw().draw(today, random);
        Capture capture = Capture.ordinary(random);
        try {
            return switch (reader.read(List.of(shown.take(drawn.sides().getFirst(), capture, random)))) {
                case PrintedReading.Retake _ -> Outcome.SENT_BACK;
                case PrintedReading.Read read ->
                    read.evidence().checks().stream()
                                    .anyMatch(check ->
                                            check.kind() == CheckKind.COPY && check.result() == Result.INCONCLUSIVE)
                            ? Outcome.NOTICED
                            : Outcome.NOT_NOTICED;
            };
        } catch (DocumentUnreadable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
