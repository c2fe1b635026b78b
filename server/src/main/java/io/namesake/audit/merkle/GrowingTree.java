package io.namesake.audit.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree that leaves are added to at its end. It keeps one hash for each complete subtree of its right edge and nothing else: 30 of
 * them for a thousand million leaves.
 */
public final class GrowingTree {
    private final List<Hash> peaks = new ArrayList<>();
    private final Grown grown;
    private long size;

    private GrowingTree(Grown grown) {
        this.grown = grown;
    }

    /** Is told of every subtree as it becomes complete, of leaves as well. */
    @FunctionalInterface
    public interface Grown {
        /** As in {@link Nodes#node}. */
        void complete(int height, long index, Hash root);
    }

    /** A tree without leaves. */
    public static GrowingTree empty(Grown grown) {
        return new GrowingTree(grown);
    }

    /** A tree that has leaves already. */
    public static GrowingTree of(Nodes nodes, long size, Grown grown) {
        var tree = new GrowingTree(grown);
        tree.size = size;
        long begin = 0;
        for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
            long leaves = Long.highestOneBit(rest);
            tree.peaks.add(nodes.node(Long.numberOfTrailingZeros(leaves), begin / leaves));
            begin += leaves;
        }
        return tree;
    }

    /** Adds a leaf. @param leaf its hash, {@link TreeHash#leafOf} */
    public void add(Hash leaf) {
        var root = leaf;
        grown.complete(0, size, root);
        int height = 0;
        for (long index = size; (index & 1) == 1; index >>= 1) {
            root = TreeHash.node(peaks.removeLast(), root);
            height++;
            grown.complete(height, index >> 1, root);
        }
        peaks.add(root);
        size++;
    }

    public long size() {
        return size;
    }

    /** The root of all that was added so far. */
    public Hash root() {
        if (peaks.isEmpty()) {
            return TreeHash.EMPTY;
        }
        var root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = TreeHash.node(peaks.get(i), root);
        }
        return root;
    }
}
