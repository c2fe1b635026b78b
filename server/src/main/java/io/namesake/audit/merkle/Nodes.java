package io.namesake.audit.merkle;

/** Where the hashes of complete subtrees come from: a table, a list in memory, or a file that was read once. */
@FunctionalInterface
public interface Nodes {

    /**
     * The root of a complete subtree.
     *
     * @param height 0 for a leaf; the subtree has 2<sup>height</sup> leaves
     * @param index which one of that height, from the left, 0 for the first
     */
    Hash node(int height, long index);
}
