package io.namesake.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;

/**
 * Authenticated encryption (AES-256-GCM by Tink, RFC 5116 AEAD).
 *
 * <p>The associated data binds a ciphertext to its place: a picture sealed for one application cannot be opened as another's,
 * even by somebody who can write to the database.
 */
public final class Vault {
    private final Aead aead;

    Vault(KeysetHandle keyset) throws GeneralSecurityException {
        this.aead = keyset.getPrimitive(KeyKind.SEALING.configuration(), Aead.class);
    }

    /**
     * Encrypts.
     *
     * @param associatedData where the ciphertext belongs, such as an application id and a kind; not secret
     */
    public byte[] seal(byte[] plaintext, byte[] associatedData) {
        try {
            return aead.encrypt(plaintext, associatedData);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not seal", e);
        }
    }

    /**
     * Decrypts.
     *
     * @throws SealBroken when the ciphertext was changed, was made with other associated data, or under a key that is not ours
     */
    public byte[] open(byte[] ciphertext, byte[] associatedData) {
        try {
            return aead.decrypt(ciphertext, associatedData);
        } catch (GeneralSecurityException e) {
            throw new SealBroken(e);
        }
    }

    /** A ciphertext that cannot be trusted. */
    public static final class SealBroken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SealBroken(GeneralSecurityException cause) {
            super("A sealed value could not be opened: it was changed, moved, or sealed under another keyset", cause);
        }
    }
}
