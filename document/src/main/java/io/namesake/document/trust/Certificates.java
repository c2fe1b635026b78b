package io.namesake.document.trust;

import io.namesake.document.DocumentUnreadable;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;

/** Reads what authorities publish one by one, in DER or PEM, and says what holds between certificates. */
public final class Certificates {
    private static final int LARGEST = 64 * 1024;
    private static final int LARGEST_CRL = 16 * 1024 * 1024;

    private Certificates() {}

    /** @throws DocumentUnreadable when these bytes are no certificate */
    public static X509Certificate certificate(byte[] file) throws DocumentUnreadable {
        if (file.length > LARGEST) {
            throw new DocumentUnreadable("a certificate has at most " + LARGEST + " bytes");
        }
        try {
            if (factory().generateCertificate(new ByteArrayInputStream(file)) instanceof X509Certificate certificate) {
                return certificate;
            }
        } catch (GeneralSecurityException | RuntimeException malformed) {
            // Said below.
        }
        throw new DocumentUnreadable("this is no X.509 certificate");
    }

    /** @throws DocumentUnreadable when these bytes are no list of revoked certificates */
    public static X509CRL revocations(byte[] file) throws DocumentUnreadable {
        if (file.length > LARGEST_CRL) {
            throw new DocumentUnreadable("a revocation list has at most " + LARGEST_CRL + " bytes");
        }
        try {
            if (factory().generateCRL(new ByteArrayInputStream(file)) instanceof X509CRL list) {
                return list;
            }
        } catch (GeneralSecurityException | RuntimeException malformed) {
            // Said below.
        }
        throw new DocumentUnreadable("this is no X.509 revocation list");
    }

    /** Whether a moment lies within a certificate's validity. */
    public static boolean isValid(X509Certificate certificate, Instant at) {
        Date date = Date.from(at);
        return !date.before(certificate.getNotBefore()) && !date.after(certificate.getNotAfter());
    }

    /** Whether one certificate bears the signature of the other's key. */
    public static boolean hasIssued(X509Certificate authority, X509Certificate certificate) {
        try {
            certificate.verify(authority.getPublicKey(), Crypto.PROVIDER);
            return true;
        } catch (GeneralSecurityException | RuntimeException wrong) {
            return false;
        }
    }

    private static CertificateFactory factory() throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509", Crypto.PROVIDER);
    }
}
