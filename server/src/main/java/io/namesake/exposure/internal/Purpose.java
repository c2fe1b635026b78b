package io.namesake.exposure.internal;

import java.util.Arrays;
import java.util.Optional;

/**
 * What somebody wants to know it for: a closed list out of the W3C Data Privacy Vocabulary, which CAMARA's Identity and Consent
 * Management takes purposes from. The holder reads it before they agree.
 */
enum Purpose {
    /** {@code dpv:FraudPreventionAndDetection}. */
    FRAUD_PREVENTION("dpv:FraudPreventionAndDetection"),
    /** {@code dpv:IdentityVerification}. */
    IDENTITY_VERIFICATION("dpv:IdentityVerification"),
    /** {@code dpv:RequestedServiceProvision}. */
    REQUESTED_SERVICE("dpv:RequestedServiceProvision");

    private final String scope;

    Purpose(String scope) {
        this.scope = scope;
    }

    /** As a request for a token names it among its scopes (CAMARA Security and Interoperability Profile). */
    String scope() {
        return scope;
    }

    static Optional<Purpose> ofScope(String scope) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.scope.equals(scope))
                .findFirst();
    }
}
