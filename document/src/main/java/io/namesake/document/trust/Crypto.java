package io.namesake.document.trust;

import java.io.IOException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Iterator;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.util.Selector;

/** The cryptography of documents. It is asked for by name and not installed into the JVM, which others share. */
public final class Crypto {
    /** Brainpool curves and curves with explicit parameters, as passports have them, are in no provider of the JDK's. */
    public static final Provider PROVIDER = new BouncyCastleProvider();

    private Crypto() {}

    /** @throws CertificateException when it is not one */
    public static X509Certificate certificate(X509CertificateHolder holder) throws CertificateException {
        return new JcaX509CertificateConverter().setProvider(PROVIDER).getCertificate(holder);
    }

    /** @throws IOException when it is malformed; kinds that are unknown are {@code null} */
    public static PublicKey publicKey(SubjectPublicKeyInfo info) throws IOException {
        return BouncyCastleProvider.getPublicKey(info);
    }

    /** The certificate of whoever signed a CMS message, if the message holds it. @throws CertificateException when it is malformed */
    public static Optional<X509Certificate> signerCertificate(CMSSignedData signed, SignerInformation signer)
            throws CertificateException {
        // A signer's identifier is a selector of certificates, which the library does not say in its type.
        @SuppressWarnings("unchecked")
        Selector<X509CertificateHolder> selector = signer.getSID();
        Iterator<X509CertificateHolder> found =
                signed.getCertificates().getMatches(selector).iterator();
        return found.hasNext() ? Optional.of(certificate(found.next())) : Optional.empty();
    }
}
