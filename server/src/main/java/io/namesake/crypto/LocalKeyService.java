package io.namesake.crypto;

import java.util.HexFormat;

/** Wraps with the server's own keyset: the default, where there is no KMS. */
final class LocalKeyService implements KeyService {
    private final Vault vault;

    LocalKeyService(Vault vault) {
        this.vault = vault;
    }

    @Override
    public byte[] wrap(byte[] key, byte[] place) {
        return vault.seal(key, place);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] place) {
        return vault.open(wrapped, place);
    }

    @Override
    public String keyIdOf(byte[] wrapped) {
        return SealPrefix.of(wrapped).map(SealPrefix::keyId).orElse("");
    }

    @Override
    public String currentKeyId() {
        return HexFormat.of().toHexDigits(vault.primaryKeyId());
    }
}
