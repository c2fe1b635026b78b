package io.namesake.exposure.internal;

/**
 * What somebody wants to know it for: a closed list out of the W3C Data Privacy Vocabulary, which CAMARA's Identity and Consent
 * Management takes purposes from. The holder reads it before they agree.
 */
enum Purpose {
    /** {@code dpv:FraudPreventionAndDetection}. */
    FRAUD_PREVENTION,
    /** {@code dpv:IdentityVerification}. */
    IDENTITY_VERIFICATION,
    /** {@code dpv:RequestedServiceProvision}. */
    REQUESTED_SERVICE
}
