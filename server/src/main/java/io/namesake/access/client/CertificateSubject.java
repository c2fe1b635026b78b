package io.namesake.access.client;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.security.auth.x500.X500Principal;

/**
 * What an authority's certificate must say of a program (RFC 8705, clause 2.1.2).
 *
 * @param value 1 to 400 characters; compared without regard to case where it is the name of a host
 */
record CertificateSubject(Kind kind, String value) {

    /** Where in the certificate it stands. The number is that of RFC 5280's {@code GeneralName}; the subject's own name has none. */
    enum Kind {
        /** The distinguished name, as in RFC 4514. */
        SUBJECT_DN(-1),
        /** Subject alternative names of these kinds. */
        SAN_DNS(2),
        SAN_URI(6),
        SAN_IP(7),
        SAN_EMAIL(1);

        private final int generalName;

        Kind(int generalName) {
            this.generalName = generalName;
        }
    }

    /** @throws IllegalArgumentException when a distinguished name is none */
    CertificateSubject {
        if (kind == Kind.SUBJECT_DN) {
            new X500Principal(value);
        }
    }

    boolean isOf(X509Certificate certificate) {
        if (kind == Kind.SUBJECT_DN) {
            return new X500Principal(value).equals(certificate.getSubjectX500Principal());
        }
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names != null && names.stream().anyMatch(this::isThis);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    /** @param name its kind's number, and what it says */
    private boolean isThis(List<?> name) {
        if (!Integer.valueOf(kind.generalName).equals(name.getFirst()) || !(name.get(1) instanceof String text)) {
            return false;
        }
        return kind == Kind.SAN_DNS
                ? text.toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT))
                : text.equals(value);
    }
}
