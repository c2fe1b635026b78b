package io.namesake.document.print.evaluation;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One document that was drawn, photographed and read.
 *
 * @param series what kind of document
 * @param seed of what was drawn and how it was photographed: the same seed makes the same pictures
 * @param outcome how it ended
 * @param wrong fields that were read otherwise than they were drawn, for a wrong outcome
 * @param hints what the person would be told, for one sent back
 * @param overlap of the portrait that was cut out with the one that was drawn, the area of both by that of either, 0 to 1; empty where none was cut out
 * @param signs what its checks saw in it, each with how sure it is: {@code ZONES_AGREE 50}. All these documents are honest, so each is a false alarm; that they are
 *     specimens is none
 * @param milliseconds of one processor that reading took, for each page
 */
public record PrintTrial(
        String series,
        long seed,
        Outcome outcome,
        String wrong,
        String hints,
        OptionalDouble overlap,
        List<String> signs,
        double milliseconds) {

    /** How a trial ended. */
    public enum Outcome {
        /** Every field as it was drawn. */
        RIGHT,
        /** Taken as read, though a field is not as it was drawn. */
        WRONG,
        /** The person is asked for another picture. */
        SENT_BACK
    }
}
