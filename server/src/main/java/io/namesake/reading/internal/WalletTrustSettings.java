package io.namesake.reading.internal;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose credentials this deployment believes.
 *
 * @param authorities certificates (IACA) of those who vouch for issuers, each a file in DER or PEM
 * @param revocations their lists of revoked certificates, each a file
 * @param issuers issuers of SD-JWT VC that come with no certificate
 */
@ConfigurationProperties("namesake.wallets")
record WalletTrustSettings(
        @DefaultValue({}) List<Path> authorities,
        @DefaultValue({}) List<Path> revocations,
        @DefaultValue({}) List<Issuer> issuers) {

    /**
     * An issuer and its keys.
     *
     * @param iss exactly as its credentials name it
     * @param keys a file with its public keys as JWK set (RFC 7517)
     */
    record Issuer(String iss, Path keys) {}
}
