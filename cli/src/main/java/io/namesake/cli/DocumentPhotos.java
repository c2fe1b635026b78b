package io.namesake.cli;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.print.CaptureHint;
import io.namesake.document.print.PrintedDocumentReader;
import io.namesake.document.print.PrintedReading;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** Reads photos of a document's sides. */
final class DocumentPhotos {

    private DocumentPhotos() {}

    /** What they say; ends the command with what to do where they can't be read. */
    static IdentityEvidence evidence(List<byte[]> photos) throws DocumentUnreadable {
        int threads = Runtime.getRuntime().availableProcessors();
        try (CardFaces faces = new CardFaces();
                PrintedDocumentReader reader = PrintedDocumentReader.open(threads, Clock.systemDefaultZone(), faces)) {
            return switch (reader.read(photos)) {
                case PrintedReading.Read read -> read.evidence();
                case PrintedReading.Retake retake ->
                    throw new CommandFailure(
                            Exit.UNUSABLE_INPUT,
                            retake.hints().stream()
                                    .map(CaptureHint::advice)
                                    .collect(Collectors.joining(System.lineSeparator(), "This can't be read. ", "")));
            };
        }
    }
}
