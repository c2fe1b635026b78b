package io.namesake.face.evaluation;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Pairs that are held one by one: a similarity and a number for each side, of the picture or of its person. In arrays without an object
 * for each, since there may be many millions.
 */
final class HeldPairs {
    /** What one pair takes while all are sorted: it, its place in the order, and its copy there. */
    private static final long BYTES_WHILE_SORTED = 12 + 8 + 12;

    /** Java has no longer arrays. */
    private static final long MOST = Integer.MAX_VALUE - 8;

    private final float[] scores;
    private final int[] a;
    private final int[] b;
    private int size;

    HeldPairs(int capacity) {
        scores = new float[capacity];
        a = new int[capacity];
        b = new int[capacity];
    }

    /**
     * Half of the memory is for these pairs; the other half is for everything else.
     *
     * @param held how many are to be held
     * @param pairs out of how many
     * @param memory that Java may use, in bytes
     * @throws IllegalArgumentException when they have no room, saying what to do
     */
    static void requireRoom(long held, long pairs, long memory) {
        long most = Math.min(MOST, memory / 2 / BYTES_WHILE_SORTED);
        if (held > most) {
            throw new IllegalArgumentException(String.format(
                    "of %,d pairs of different persons the %,d most alike would have to be held in memory, and there is room for %,d."
                            + " Take fewer pictures, or give Java more memory (-Xmx)",
                    pairs, held, most));
        }
    }

    /** May be called by several threads. */
    synchronized void add(float score, int numberA, int numberB) {
        scores[size] = score;
        a[size] = numberA;
        b[size] = numberB;
        size++;
    }

    /** The same pairs with the highest similarity first. */
    HeldPairs sorted() {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = (long) falling(scores[i]) << 32 | i;
        }
        Arrays.sort(keys);
        HeldPairs sorted = new HeldPairs(size);
        for (long key : keys) {
            int i = (int) key;
            sorted.add(scores[i], a[i], b[i]);
        }
        return sorted;
    }

    /** A number that is the smaller the higher the score. */
    private static int falling(float score) {
        int bits = Float.floatToIntBits(score);
        // Without the sign, the bits of a negative number rise with its distance from 0.
        return ~(bits < 0 ? bits ^ Integer.MAX_VALUE : bits);
    }

    /** Puts another number in the place of each, such as the person's for the picture's. */
    void replace(IntUnaryOperator number) {
        Arrays.setAll(a, i -> number.applyAsInt(a[i]));
        Arrays.setAll(b, i -> number.applyAsInt(b[i]));
    }

    int size() {
        return size;
    }

    float score(int pair) {
        return scores[pair];
    }

    int a(int pair) {
        return a[pair];
    }

    int b(int pair) {
        return b[pair];
    }
}
