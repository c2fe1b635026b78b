package io.namesake.crypto;

import java.security.GeneralSecurityException;

/** A vault of a test's own keys, for tests of other modules, in which the server makes the only one. */
public final class VaultOfKeys {

    private VaultOfKeys() {}

    public static Vault of(Keyset keys) throws GeneralSecurityException {
        return new Vault(keys);
    }
}
