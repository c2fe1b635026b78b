package io.namesake.face.evaluation;

/**
 * A pair that lies furthest on the wrong side.
 *
 * @param imageA name of the first picture
 * @param imageB name of the second
 * @param similarity as {@link io.namesake.face.Comparison#similarity()}
 */
public record WorstPair(String imageA, String imageB, double similarity) {
    /** @param score of a pair that was compared */
    static WorstPair of(PairScore score) {
        return new WorstPair(
                score.pair().imageA(), score.pair().imageB(), score.similarity().orElseThrow());
    }
}
