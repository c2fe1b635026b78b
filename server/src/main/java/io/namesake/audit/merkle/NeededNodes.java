package io.namesake.audit.merkle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes a proof out of leaves that pass by once: it first learns which subtrees the proof needs, keeps just these as they become
 * complete, and then makes it. A log of any length needs O(log n) memory.
 */
public final class NeededNodes implements GrowingTree.Grown {
    private final Function<Nodes, List<Hash>> proof;
    private final Map<Place, Hash> kept = new HashMap<>();

    private record Place(int height, long index) {}

    /** @param proof one of {@link MerkleTree}'s, such as {@code nodes -> MerkleTree.inclusion(nodes, 3, 7)} */
    public NeededNodes(Function<Nodes, List<Hash>> proof) {
        this.proof = proof;
        proof.apply((height, index) -> {
            kept.put(new Place(height, index), TreeHash.EMPTY);
            return TreeHash.EMPTY;
        });
    }

    @Override
    public void complete(int height, long index, Hash root) {
        kept.computeIfPresent(new Place(height, index), (_, _) -> root);
    }

    /** The proof, once all leaves have passed. */
    public List<Hash> proof() {
        return proof.apply((height, index) -> kept.get(new Place(height, index)));
    }
}
