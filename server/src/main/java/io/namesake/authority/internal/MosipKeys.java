package io.namesake.authority.internal;

import io.namesake.authority.internal.AuthoritySettings.Mosip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.springframework.boot.ssl.SslBundles;

/**
 * What a MOSIP partner holds.
 *
 * @param ida the IDA's certificate, for which requests are encrypted
 * @param answers the certificate that signs its answers; empty when they are not checked
 * @param partner ours
 */
record MosipKeys(X509Certificate ida, Optional<X509Certificate> answers, MosipSigner partner) {

    /** @throws IllegalArgumentException when a file or a bundle is not what it should be */
    static MosipKeys read(Mosip settings, SslBundles bundles) {
        return new MosipKeys(
                certificate("ida-certificate", settings.idaCertificate()),
                Optional.ofNullable(settings.responseCertificate())
                        .map(file -> certificate("response-certificate", file)),
                MosipSigner.of("signing-bundle", settings.signingBundle(), bundles));
    }

    /**
     * @param setting its name below {@code namesake.authority.mosip}, for messages
     * @throws IllegalArgumentException when it is no certificate of an RSA key
     */
    static X509Certificate certificate(String setting, Path file) {
        try (var content = Files.newInputStream(file)) {
            var certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(content);
            if (certificate.getPublicKey() instanceof RSAPublicKey) {
                return certificate;
            }
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException("namesake.authority.mosip." + setting + " cannot be read", unreadable);
        }
        throw new IllegalArgumentException("namesake.authority.mosip." + setting + " has no RSA key");
    }

    /** Says nothing of the keys. */
    @Override
    public String toString() {
        return "MosipKeys[...]";
    }
}
