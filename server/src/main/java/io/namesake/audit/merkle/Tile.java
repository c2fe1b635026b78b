package io.namesake.audit.merkle;

/**
 * A piece of the tree that is read at once: up to 256 hashes of one height, beside each other, and all that is above them up to
 * their common root. Only the heights 0, 8, 16 and so on are kept; what lies between is computed from them.
 *
 * @param height of its lowest hashes
 * @param place which tile of that height, from the left, 0 for the first
 */
public record Tile(int height, long place) {
    private static final int LEVELS = 8;

    /** How many hashes of its lowest height it has. */
    public static final int WIDTH = 1 << LEVELS;

    /** Whether hashes of this height are kept. */
    public static boolean isKept(int height) {
        return height % LEVELS == 0;
    }

    /** The tile from which the root of a subtree is computed, as in {@link Nodes#node}. */
    public static Tile of(int height, long index) {
        int base = height / LEVELS * LEVELS;
        return new Tile(base, (index << (height - base)) / WIDTH);
    }

    /** The first of its hashes, by the index in their height. */
    public long first() {
        return place * WIDTH;
    }
}
