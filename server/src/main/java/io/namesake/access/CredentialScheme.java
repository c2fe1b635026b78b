package io.namesake.access;

import java.util.Optional;

/** One kind of bearer token. The module that issues a kind also recognises it. */
public interface CredentialScheme {

    /** How tokens of this kind begin, such as {@code nsk_}. */
    String prefix();

    /** The most characters that a token of this kind has; longer ones are not even looked at. */
    default int longest() {
        return 248;
    }

    /** Whose token it is; empty when it is unknown, expired or revoked. */
    Optional<Caller> callerOf(String token);
}
