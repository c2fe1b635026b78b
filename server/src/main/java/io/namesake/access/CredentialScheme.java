package io.namesake.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /**
     * The same, by a scheme whose tokens may be bound to what the request came with, such as a certificate.
     *
     * @param request null when it is not known how the token came: then one that is bound opens nothing
     */
    default Optional<Caller> callerOf(String token, @Nullable HttpServletRequest request) {
        return callerOf(token);
    }
}
