package io.namesake.document.print.evaluation;

import io.namesake.document.specimen.card.Recapture;

/**
 * One passport or what stood in its place, photographed and read.
 *
 * @param shown what lay before the camera
 * @param seed of what was drawn and how it was photographed
 * @param outcome what the check said
 */
public record CopyTrial(Recapture shown, long seed, Outcome outcome) {

    /** What became of the check for copies. */
    public enum Outcome {
        /** It took the picture for one of a copy. */
        NOTICED,
        NOT_NOTICED,
        /** The page could not be read, so nothing was checked. */
        SENT_BACK
    }
}
