package io.namesake.document.print;

import io.namesake.document.IdentityEvidence;
import java.util.List;
import java.util.Optional;

/** What became of pictures of a document. */
public sealed interface PrintedReading {

    /**
     * They were read.
     *
     * @param evidence with every check that pictures allow
     * @param cut where its portrait was cut out; empty when there is none, or it is a whole side
     */
    record Read(IdentityEvidence evidence, Optional<CutPortrait> cut) implements PrintedReading {}

    /**
     * They could not be read beyond doubt.
     *
     * @param hints what to do about it, the most helpful first; at least one
     */
    record Retake(List<CaptureHint> hints) implements PrintedReading {
        public Retake {
            hints = List.copyOf(hints);
            if (hints.isEmpty()) {
                throw new IllegalArgumentException("no dead end: at least one hint");
            }
        }
    }
}
