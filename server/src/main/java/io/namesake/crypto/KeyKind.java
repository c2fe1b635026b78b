package io.namesake.crypto;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import java.security.GeneralSecurityException;

/** What the keys of a keyset are for. One keyset serves one purpose, so that no key is ever used in two ways. */
public enum KeyKind {
    /** AES-256-GCM: seals values. */
    SEALING("NAMESAKE_KEYSET", "keyset.json"),
    /** HMAC-SHA-256 as a pseudo-random function: makes the values of a blind index. */
    INDEXING("NAMESAKE_INDEX_KEYSET", "index-keyset.json");

    private final String variable;
    private final String file;

    KeyKind(String variable, String file) {
        this.variable = variable;
        this.file = file;
    }

    /** The environment variable that may hold the keyset. */
    public String variable() {
        return variable;
    }

    /** The file's name in the folder of keys. */
    public String file() {
        return file;
    }

    Configuration configuration() throws GeneralSecurityException {
        return switch (this) {
            case SEALING -> AeadConfig2026.get();
            case INDEXING -> PrfConfig2026.get();
        };
    }

    /** Of a new key. */
    Parameters parameters() {
        return switch (this) {
            case SEALING -> PredefinedAeadParameters.AES256_GCM;
            case INDEXING -> PredefinedPrfParameters.HMAC_SHA256_PRF;
        };
    }
}
