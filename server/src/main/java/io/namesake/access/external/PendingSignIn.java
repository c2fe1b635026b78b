package io.namesake.access.external;

import io.namesake.crypto.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What must come back with the answer of the issuer: it waits, sealed, in a cookie of the browser that was sent there, so that nobody
 * signs another's browser in (RFC 6749, clause 10.12).
 *
 * @param state that the answer repeats
 * @param nonce whose hash the ID token repeats
 * @param codeVerifier that redeems the code (RFC 7636)
 * @param until when it is too late
 */
record PendingSignIn(String state, String nonce, String codeVerifier, Instant until) {
    static final Duration LIFE = Duration.ofMinutes(10);
    private static final byte[] PLACE = "sign-in-elsewhere".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 2000;

    String sealed(Vault vault, JsonMapper json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(json.writeValueAsBytes(this), PLACE));
    }

    /** @return empty when it is not ours, or too late */
    static Optional<PendingSignIn> open(String cookie, Vault vault, JsonMapper json, Instant now) {
        if (cookie.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var opened = vault.open(Base64.getUrlDecoder().decode(cookie), PLACE);
            return Optional.of(json.readValue(opened, PendingSignIn.class))
                    .filter(pending -> now.isBefore(pending.until()));
        } catch (IllegalArgumentException | Vault.SealBroken | JacksonException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "PendingSignIn";
    }
}
