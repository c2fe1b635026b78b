package io.namesake.application.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64;
import io.namesake.access.Digests;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who asks, as wallets know us (OpenID4VP 1.0, 5.9.3), and the key that proves it.
 *
 * @param clientId with its prefix
 * @param publicUrl where wallets reach this server, without a slash at its end
 */
record WalletIdentity(String clientId, String publicUrl, ECPrivateKey key, List<X509Certificate> chain) {
    /** Of a Subject Alternative Name (RFC 5280, 4.2.1.6). */
    private static final int DNS_NAME = 2;

    private static final JOSEObjectType REQUEST = new JOSEObjectType("oauth-authz-req+jwt");

    /**
     * @param chain the key's certificate first
     * @throws IllegalStateException when key, certificate and address do not belong together; a wallet would say no more than no
     */
    static WalletIdentity of(
            WalletSettings.ClientId prefix, URI publicUrl, ECPrivateKey key, List<X509Certificate> chain) {
        var leaf = chain.getFirst();
        requireSameKey(key, leaf);
        var url = publicUrl.toString().replaceAll("/+$", "");
        var clientId = switch (prefix) {
            case X509_SAN_DNS -> "x509_san_dns:" + requireNamed(leaf, publicUrl.getHost());
            case X509_HASH -> "x509_hash:" + hash(leaf);
        };
        return new WalletIdentity(clientId, url, key, List.copyOf(chain));
    }

    /** A signed request object (RFC 9101; OpenID4VP 1.0, 5). */
    String sign(Map<String, Object> request) {
        try {
            var certificates = new ArrayList<Base64>();
            for (var certificate : chain) {
                certificates.add(Base64.encode(certificate.getEncoded()));
            }
            var jws = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(REQUEST)
                            .x509CertChain(certificates)
                            .build(),
                    new Payload(request));
            jws.sign(new ECDSASigner(key));
            return jws.serialize();
        } catch (JOSEException | CertificateEncodingException impossible) {
            throw new IllegalStateException("The key was tried at the start", impossible);
        }
    }

    private static String requireNamed(X509Certificate certificate, String host) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            if (names != null
                    && names.stream()
                            .anyMatch(name -> name.getFirst().equals(DNS_NAME)
                                    && name.getLast().toString().equalsIgnoreCase(host))) {
                return host;
            }
        } catch (CertificateParsingException malformed) {
            // Said below.
        }
        throw new IllegalStateException("namesake.wallets.certificate does not name " + host
                + ", the host of namesake.public-url, as a DNS name");
    }

    private static void requireSameKey(ECPrivateKey key, X509Certificate certificate) {
        try {
            var probe = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload("probe"));
            probe.sign(new ECDSASigner(key));
            if (certificate.getPublicKey() instanceof ECPublicKey point && probe.verify(new ECDSAVerifier(point))) {
                return;
            }
        } catch (JOSEException unfit) {
            // Said below.
        }
        throw new IllegalStateException(
                "namesake.wallets.signing-key is no EC P-256 key, or not that of namesake.wallets.certificate");
    }

    private static String hash(X509Certificate certificate) {
        try {
            return Digests.s256(certificate.getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "WalletIdentity[" + clientId + "]";
    }
}
