package io.namesake.document.print.evaluation;

import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.print.PrintedDocumentReader;
import io.namesake.document.print.PrintedReading;
import io.namesake.document.print.evaluation.SignTrial.Outcome;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Quad;
import io.namesake.document.specimen.card.Capture;
import io.namesake.document.specimen.card.PortraitSwap;
import io.namesake.document.specimen.card.Recapture;
import io.namesake.document.specimen.card.SpecimenKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** How often passports on screens and in print, and exchanged portraits, are noticed, and honest documents taken for such. */
public final class SignEvaluation {
    private final PrintedDocumentReader reader;
    private final LocalDate today;

    /** @param today when the reader's clock says it is */
    public SignEvaluation(PrintedDocumentReader reader, LocalDate today) {
        this.reader = reader;
        this.today = today;
    }

    /** Takes a photo of a document's first side as a JPEG file. */
    private interface Camera {
        byte[] take(Page side, Quad portrait, Capture capture, Random random);
    }

    /**
     * So many trials with passports.
     *
     * @param seed of the first; the next ones follow
     * @param progress is told of each
     */
    public List<SignTrial> copies(Recapture shown, int count, long seed, Consumer<SignTrial> progress) {
        return run(
                count,
                seed,
                progress,
                one -> trial(
                        CheckKind.COPY,
                        shown.name(),
                        SpecimenKind.PASSPORT,
                        one,
                        (side, portrait, capture, random) -> shown.take(side, capture, random)));
    }

    /** So many trials with each kind of document in turn; otherwise the same. */
    public List<SignTrial> portraits(PortraitSwap done, int count, long seed, Consumer<SignTrial> progress) {
        SpecimenKind[] kinds = SpecimenKind.values();
        return run(
                count,
                seed,
                progress,
                one -> trial(
                        CheckKind.PORTRAIT_REPLACED,
                        done.name(),
                        kinds[Math.floorMod(one, kinds.length)],
                        one,
                        done::take));
    }

    /** One trial by its seed. */
    private interface Trial {
        SignTrial of(long seed);
    }

    private static List<SignTrial> run(int count, long seed, Consumer<SignTrial> progress, Trial trial) {
        List<SignTrial> trials = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            trials.add(trial.of(seed + i));
            progress.accept(trials.getLast());
        }
        return trials;
    }

    private SignTrial trial(CheckKind sign, String shown, SpecimenKind kind, long seed, Camera camera) {
        Random random = new Random(seed);
        PrintSeries.Drawn drawn = PrintSeries.of(kind).draw().draw(today, random);
        List<byte[]> photos = new ArrayList<>();
        photos.add(camera.take(drawn.sides().getFirst(), drawn.portrait(), Capture.ordinary(random), random));
        for (Page other : drawn.sides().subList(1, drawn.sides().size())) {
            photos.add(Capture.ordinary(random).take(other, random));
        }
        return switch (read(photos)) {
            case PrintedReading.Retake _ -> new SignTrial(sign, shown, seed, Outcome.SENT_BACK, "");
            case PrintedReading.Read read -> {
                EvidenceCheck check = read.evidence().checks().stream()
                        .filter(one -> one.kind() == sign)
                        .findFirst()
                        .orElse(EvidenceCheck.notRun(sign, "not made"));
                yield new SignTrial(
                        sign, shown, seed, check.seesSign() ? Outcome.NOTICED : Outcome.NOT_NOTICED, check.detail());
            }
        };
    }

    private PrintedReading read(List<byte[]> photos) {
        try {
            return reader.read(photos);
        } catch (DocumentUnreadable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
