package io.namesake.application.internal;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How wallets are asked. Without a key they are not, except in a demo, which makes one of its own.
 *
 * @param signingKey a file with the private key that signs requests: PEM, PKCS#8, EC P-256
 * @param certificate a file with its certificate first and those that lead to a root that wallets trust: PEM
 * @param clientId how wallets are to know us
 * @param lifetime how long a request can be answered
 * @param statusPatience how long a credential's status list that is not to be had is asked for again, from the submission on, before a person decides instead; at
 *     most a day
 */
@ConfigurationProperties("namesake.wallets")
record WalletSettings(
        @Nullable Path signingKey,
        @Nullable Path certificate,
        @DefaultValue("X509_SAN_DNS") ClientId clientId,
        @DefaultValue("5m") Duration lifetime,
        @DefaultValue("5m") Duration statusPatience) {

    /** The client identifier prefixes of OpenID4VP 1.0, 5.9.3, of which the certificate is the proof. */
    enum ClientId {
        /** By the name of the public address, which must stand in the certificate. */
        X509_SAN_DNS,
        /** By the hash of the certificate, as the High Assurance Interoperability Profile asks for. */
        X509_HASH
    }

    WalletSettings {
        if ((signingKey == null) != (certificate == null)) {
            throw new IllegalArgumentException("namesake.wallets: signing-key and certificate belong together");
        }
        if (!lifetime.isPositive() || lifetime.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("namesake.wallets.lifetime must be positive and at most an hour");
        }
        if (statusPatience.isNegative() || statusPatience.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("namesake.wallets.status-patience must lie between 0s and 1d");
        }
    }
}
