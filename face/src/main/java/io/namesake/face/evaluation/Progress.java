package io.namesake.face.evaluation;

/** Hears how far an evaluation is. Called by several threads, one at a time. */
@FunctionalInterface
public interface Progress {
    /** What is being counted. */
    enum Phase {
        /** Pictures read, found and embedded. */
        IMAGES,
        /** Pictures compared with all others (only with {@link EvaluationOptions#allImpostors()}). */
        CROSS_PAIRS,
        /** Pictures compared once more, to hold the pairs that are most alike (likewise). */
        MOST_ALIKE,
        /** Rates whose interval was worked out by drawing the persons anew. */
        INTERVALS,
        /** Fits on all persons but some, who are then judged by it (of attacks). */
        FITS
    }

    /**
     * A phase is gone through once for all pictures, once for those that pass the quality gate and once for each group.
     *
     * @param phase what is counted
     * @param among which pictures, in words; empty for all of them
     */
    record Step(Phase phase, String among) {}

    /** {@code done} of {@code total} units of this step are done. */
    void advanced(Step step, int done, int total);

    /** The same of a phase that is gone through once, for everything. */
    default void advanced(Phase phase, int done, int total) {
        advanced(new Step(phase, ""), done, total);
    }
}
