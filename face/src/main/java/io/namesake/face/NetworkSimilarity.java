package io.namesake.face;

import java.util.Objects;

/**
 * What one of the embedding networks says about a pair of faces.
 *
 * @param network the network's id in the model descriptor
 * @param cosine cosine of the two embeddings, -1..1
 * @param zScore how many standard deviations that lies above the mean of pairs of different persons (the descriptor's
 *     {@code impostorMean} and {@code impostorDeviation})
 */
public record NetworkSimilarity(String network, double cosine, double zScore) {
    public NetworkSimilarity {
        Objects.requireNonNull(network, "network");
    }
}
