package io.namesake.face.evaluation;

import io.namesake.face.NetworkSimilarity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The result of one labelled pair.
 *
 * @param pair the pair
 * @param similarity mean z-score; empty when one of the pictures could not be used
 * @param networks what each network said; empty likewise
 * @param failure which picture could not be used and why, as {@code name: reason-code}
 */
public record PairScore(
        LabelledPair pair, OptionalDouble similarity, List<NetworkSimilarity> networks, Optional<String> failure) {
    public PairScore {
        networks = List.copyOf(networks);
    }
}
