package io.namesake.crypto;

import java.security.GeneralSecurityException;

/**
 * A blind index before its key is replaced, while both keys are in use, and once the first is switched off.
 *
 * @param before with the first key alone
 * @param prepared of a server that knows the second key and does not use it yet
 * @param during the second key makes digests, and those of the first are searched for, too
 * @param after with the second key alone
 */
public record RotatedIndex(BlindIndex before, BlindIndex prepared, BlindIndex during, BlindIndex after) {

    public static RotatedIndex make() {
        try {
            var first = Keyset.generate(KeyKind.INDEXING);
            var prepared = first.prepared();
            var both = prepared.rotated();
            var second = both.withKey(first.keys().getFirst().id(), false);
            return new RotatedIndex(
                    new BlindIndex(first), new BlindIndex(prepared), new BlindIndex(both), new BlindIndex(second));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A vault with a key of its own. */
    public static Vault vault() {
        try {
            return new Vault(Keyset.generate(KeyKind.SEALING));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
