package io.namesake.crypto;

/**
 * A column of values that stay sealed for long. After a rotation they are sealed again with the new primary key, in the
 * background, so that the old key can be switched off. The module that owns the table declares it as a bean. Digests of the blind
 * index, which are made anew, move in the same way.
 */
public interface Resealable {

    /** Table and column, such as {@code holder.sealed_details}. */
    String column();

    /**
     * Seals some rows again that another key than the primary one sealed, in the caller's transaction.
     *
     * @param most at most so many
     * @return how many; 0 when none is left
     */
    int resealSome(int most);
}
