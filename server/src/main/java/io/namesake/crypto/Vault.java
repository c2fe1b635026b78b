package io.namesake.crypto;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;

/**
 * Authenticated encryption (AES-256-GCM by Tink, RFC 5116 AEAD).
 *
 * <p>The associated data binds a ciphertext to its place: a picture sealed for one application cannot be opened as another's,
 * even by somebody who can write to the database.
 *
 * <p>The keyset may hold several keys: the primary one seals, and each opens what it sealed. So a key is replaced without a day
 * on which something cannot be read ({@link Resealable}).
 */
public final class Vault {
    private final Aead aead;
    private final int primaryKeyId;

    Vault(Keyset keyset) throws GeneralSecurityException {
        this.aead = keyset.handle().getPrimitive(KeyKind.SEALING.configuration(), Aead.class);
        this.primaryKeyId = keyset.handle().getPrimary().getId();
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

    /** How everything begins that the primary key seals. */
    byte[] primaryPrefix() {
        return new SealPrefix(primaryKeyId).bytes();
    }

    int primaryKeyId() {
        return primaryKeyId;
    }

    /** A ciphertext that cannot be trusted. */
    public static final class SealBroken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SealBroken(String message) {
            super(message);
        }

        SealBroken(GeneralSecurityException cause) {
            super("A sealed value could not be opened: it was changed, moved, or sealed under another keyset", cause);
        }
    }
}
