package io.namesake.reading.internal;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.Portrait;
import io.namesake.document.chip.ChipInput;
import io.namesake.document.chip.ChipReader;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.reading.DocumentReadings;
import io.namesake.reading.ReadDocument;

/** Reads by the authorities that this deployment trusts. */
final class TrustingReadings implements DocumentReadings {
    private final ChipReader chips;

    TrustingReadings(ChipReader chips) {
        this.chips = chips;
    }

    @Override
    public ReadDocument chip(byte[] file) {
        try {
            var evidence = chips.read(new ChipInput().add(file).files());
            if (evidence.identity().isEmpty()) {
                throw new DocumentUnreadable("EF.DG1 is missing: who the document is about");
            }
            var portrait =
                    evidence.portrait().orElseThrow(() -> new DocumentUnreadable("EF.DG2 is missing: the portrait"));
            return new ReadDocument(evidence, picture(portrait));
        } catch (DocumentUnreadable unreadable) {
            throw new Problem(ProblemType.DOCUMENT_UNREADABLE, sentence(unreadable.getMessage()));
        }
    }

    private static byte[] picture(Portrait portrait) throws DocumentUnreadable {
        if (portrait.format() != Portrait.Format.JPEG) {
            throw new DocumentUnreadable("the portrait is a JPEG 2000, which this server does not read yet");
        }
        return portrait.bytes();
    }

    /** The library's words begin small and end without a full stop. */
    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
