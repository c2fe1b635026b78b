package io.namesake.document.wallet;

import java.util.Objects;

/**
 * What a wallet's proof of an SD-JWT must name (RFC 9901, 4.3). Whoever asks knows it; it never comes from the wallet.
 *
 * @param nonce that was sent with the request
 * @param audience who asked: the client identifier, with its prefix
 */
public record KeyBinding(String nonce, String audience) {
    public KeyBinding {
        Objects.requireNonNull(nonce, "nonce");
        Objects.requireNonNull(audience, "audience");
    }

    @Override
    public String toString() {
        return "KeyBinding[" + audience + "]";
    }
}
