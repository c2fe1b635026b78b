package io.namesake.crypto;

/**
 * Wraps keys with a key-encryption key that it does not give away: the port to a key management service (KMS). What it wraps is
 * small: the keys of cases, and the keysets of this server where a KMS is configured. Data never goes there.
 *
 * <p>{@code KeyServiceContract} is the contract; every implementation runs it.
 */
public interface KeyService {

    /**
     * Encrypts a key.
     *
     * @param key at most 16 KiB
     * @param place where the wrapped key belongs; not secret, and needed again to unwrap it
     * @throws io.namesake.problem.Problem {@code busy} when the service does not answer
     */
    byte[] wrap(byte[] key, byte[] place);

    /**
     * Decrypts a key, whichever version of the key-encryption key wrapped it.
     *
     * @throws Vault.SealBroken when it was changed, moved to another place, or wrapped by somebody else's key
     * @throws io.namesake.problem.Problem {@code busy} when the service does not answer
     */
    byte[] unwrap(byte[] wrapped, byte[] place);

    /** Which key-encryption key wrapped it: a name for status reports, empty when it is not of this service. */
    String keyIdOf(byte[] wrapped);

    /** Which key-encryption key wraps now. */
    String currentKeyId();
}
