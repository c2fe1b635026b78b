package io.namesake.document.print.evaluation;

import io.namesake.document.CheckKind;

/**
 * One document or what stood in its place, photographed and read.
 *
 * @param sign what was looked for
 * @param shown what lay before the camera, or what was done to the photo
 * @param seed of what was drawn and how it was photographed
 * @param outcome what the check said
 * @param said by it, in its words; empty when the page was sent back
 */
public record SignTrial(CheckKind sign, String shown, long seed, Outcome outcome, String said) {

    /** What became of the check. */
    public enum Outcome {
        /** It saw the sign. */
        NOTICED,
        NOT_NOTICED,
        /** The page could not be read, so nothing was checked. */
        SENT_BACK
    }
}
