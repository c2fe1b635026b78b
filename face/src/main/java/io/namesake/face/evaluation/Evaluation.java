package io.namesake.face.evaluation;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** Runs the face comparison over labelled pairs. Embeddings live in memory during {@link #run} and never leave this library. */
public final class Evaluation {
    private final EvaluationOptions options;

    public Evaluation(EvaluationOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    /**
     * Reads each picture that the pairs name once, compares the pairs and measures.
     *
     * @param pairs at least one genuine and one impostor pair
     * @param images where to read the pictures
     * @param progress hears how far it is
     * @throws IOException when a picture cannot be read
     * @throws IllegalArgumentException when there is no genuine or no impostor pair whose pictures could be used
     */
    public EvaluationReport run(List<LabelledPair> pairs, ImageSource images, Progress progress) throws IOException {
        throw new IOException("the engine is not built yet " + options);
    }
}
