package io.namesake.face.evaluation;

/** Hears how far an evaluation is. Called by several threads, one at a time. */
@FunctionalInterface
public interface Progress {
    /** What is being counted. */
    enum Phase {
        /** Pictures read, found and embedded. */
        IMAGES,
        /** Pictures compared with all others (only with {@link EvaluationOptions#allImpostors()}). */
        CROSS_PAIRS
    }

    /** {@code done} of {@code total} units of this phase are done. */
    void advanced(Phase phase, int done, int total);
}
