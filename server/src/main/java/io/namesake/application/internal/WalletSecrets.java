package io.namesake.application.internal;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.namesake.access.SecretToken;
import io.namesake.document.wallet.KeyBinding;
import io.namesake.document.wallet.SessionTranscript;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What makes a request to a wallet the only one of its kind.
 *
 * @param state that the answer must name
 * @param nonce that the wallet's proof must name
 * @param key for this one answer, private half and all
 */
record WalletSecrets(String state, String nonce, ECKey key) {
    private static final String KEY_ID = "1";

    static WalletSecrets make(SecureRandom random) {
        try {
            var key = new ECKeyGenerator(Curve.P_256)
                    .secureRandom(random)
                    .keyUse(KeyUse.ENCRYPTION)
                    .algorithm(new Algorithm("ECDH-ES"))
                    .keyID(KEY_ID)
                    .generate();
            return new WalletSecrets(SecretToken.random(random), SecretToken.random(random), key);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The form in which it is sealed. */
    private record Stored(String state, String nonce, String key) {}

    byte[] encoded(JsonMapper json) {
        return json.writeValueAsBytes(new Stored(state, nonce, key.toJSONString()));
    }

    static WalletSecrets decoded(byte[] bytes, JsonMapper json) {
        var stored = json.readValue(bytes, Stored.class);
        try {
            return new WalletSecrets(stored.state(), stored.nonce(), ECKey.parse(stored.key()));
        } catch (ParseException impossible) {
            throw new IllegalStateException("A sealed key is none", impossible);
        }
    }

    SessionTranscript transcript(String clientId, String responseUri) {
        try {
            return SessionTranscript.ofOpenId4Vp(
                    clientId, nonce, Optional.of(key.computeThumbprint().decode()), responseUri);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    KeyBinding binding(String clientId) {
        return new KeyBinding(nonce, clientId);
    }

    PrivateKey privateKey() {
        try {
            return key.toECPrivateKey();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "WalletSecrets[...]";
    }
}
