package io.namesake.access.client;

import io.namesake.access.certificate.Authorities;
import io.namesake.access.certificate.ClientCertificate;
import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * By which certificate a program proves itself (RFC 8705, clause 2): one that an authority issued to a certain subject, or one of those that were
 * registered themselves, whoever made them.
 *
 * @param subject of {@code tls_client_auth}; null for {@code self_signed_tls_client_auth}
 * @param thumbprints {@code x5t#S256} of 1 to 5 certificates; empty with a subject
 */
record ClientCertificateRule(@Nullable CertificateSubject subject, SortedSet<String> thumbprints) {

    ClientCertificateRule {
        if ((subject == null) == thumbprints.isEmpty()) {
            throw new IllegalArgumentException("Either a subject or thumbprints are needed");
        }
    }

    boolean accepts(ClientCertificate certificate, Authorities authorities, Instant now) {
        if (!certificate.isAliveAt(now)) {
            return false;
        }
        return subject == null
                ? thumbprints.contains(certificate.thumbprint())
                : subject.isOf(certificate.own()) && authorities.vouchFor(certificate);
    }

    ClientAuthenticationMethod method() {
        return subject == null
                ? ClientAuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH
                : ClientAuthenticationMethod.TLS_CLIENT_AUTH;
    }
}
