package io.namesake.audit.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * Roots and proofs of a tree whose complete subtrees can be looked up. Each asks for O(log n) of them.
 *
 * <p>The recursion is the RFC's own. Its left halves are always complete, so that only the right edge is ever put together.
 */
public final class MerkleTree {

    private MerkleTree() {}

    /** MTH(D[size]) of RFC 9162, section 2.1.1. @param size 0 or more leaves */
    public static Hash root(Nodes nodes, long size) {
        return size == 0 ? TreeHash.EMPTY : root(nodes, 0, size);
    }

    /**
     * PATH(index, D[size]) of RFC 9162, section 2.1.3.1.
     *
     * @param index the leaf, from 0
     * @param size of the tree, greater than the index
     * @return the hashes beside the way from the leaf to the root, the leaf's sibling first
     */
    public static List<Hash> inclusion(Nodes nodes, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("There is no leaf %d in a tree of %d".formatted(index, size));
        }
        var path = new ArrayList<Hash>();
        long begin = 0;
        long end = size;
        while (end - begin > 1) {
            long middle = begin + leftHalf(end - begin);
            if (index < middle) {
                path.addFirst(root(nodes, middle, end));
                end = middle;
            } else {
                path.addFirst(root(nodes, begin, middle));
                begin = middle;
            }
        }
        return path;
    }

    /**
     * PROOF(from, D[to]) of RFC 9162, section 2.1.4.1.
     *
     * @param from size of the older tree, 1 or more
     * @param to size of the newer tree, not smaller
     * @return empty where both are the same tree
     */
    public static List<Hash> consistency(Nodes nodes, long from, long to) {
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("A tree of %d does not grow out of one of %d".formatted(to, from));
        }
        var path = new ArrayList<Hash>();
        long begin = 0;
        long end = to;
        while (end != from) {
            long middle = begin + leftHalf(end - begin);
            if (from <= middle) {
                path.addFirst(root(nodes, middle, end));
                end = middle;
            } else {
                path.addFirst(root(nodes, begin, middle));
                begin = middle;
            }
        }
        if (begin > 0) {
            // Where the older tree is one subtree of the newer from its first leaf, its root is what the verifier has.
            path.addFirst(root(nodes, begin, end));
        }
        return path;
    }

    private static Hash root(Nodes nodes, long begin, long end) {
        long leaves = end - begin;
        if (Long.bitCount(leaves) == 1) {
            return nodes.node(Long.numberOfTrailingZeros(leaves), begin / leaves);
        }
        long middle = begin + leftHalf(leaves);
        return TreeHash.node(root(nodes, begin, middle), root(nodes, middle, end));
    }

    /** The largest power of two that is smaller than the number of leaves, 2 or more. */
    private static long leftHalf(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
