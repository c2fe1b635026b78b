package io.namesake.document.specimen;

import io.namesake.document.specimen.SpecimenAuthority.Algorithm;
import io.namesake.document.support.Specimens;
import io.namesake.document.trust.Crypto;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/** A country authority that keeps its key, so that tests can let it issue what they need. */
public final class KeptAuthority {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Algorithm ALGORITHM = Algorithm.EC_NIST;
    private static final Duration YEAR = Duration.ofDays(365);

    private final String name;
    private final KeyPair key;

    private KeptAuthority(String name, KeyPair key) {
        this.name = name;
        this.key = key;
    }

    /** An extension of a certificate. */
    public record Extra(ASN1ObjectIdentifier kind, boolean critical, ASN1Encodable value) {}

    /** Founds one. @param name such as {@code C=UT,CN=CSCA} */
    public static KeptAuthority of(String name) throws Exception {
        return new KeptAuthority(name, ALGORITHM.generate(RANDOM));
    }

    /** A certificate of its key, valid for a year around now. */
    public X509Certificate certificate(Extra... extras) throws Exception {
        return certificate(Specimens.NOW.minus(YEAR), Specimens.NOW.plus(YEAR), extras);
    }

    public X509Certificate certificate(Instant from, Instant until, Extra... extras) throws Exception {
        X509v3CertificateBuilder certificate = builder(name, key, from, until)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return issued(certificate, extras);
    }

    /** A certificate of its key that says of itself that it is none of an authority. */
    public X509Certificate certificateOfNoAuthority() throws Exception {
        return issued(builder(name, key, Specimens.NOW.minus(YEAR), Specimens.NOW.plus(YEAR))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)));
    }

    /** A signer of documents that it has certified. */
    public SpecimenAuthority signing(Extra... extras) throws Exception {
        KeyPair signer = ALGORITHM.generate(RANDOM);
        X509v3CertificateBuilder certificate = builder(
                        "C=UT,CN=SPECIMEN document signer",
                        signer,
                        Specimens.NOW.minus(Duration.ofDays(30)),
                        Specimens.NOW.plus(YEAR))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        return new SpecimenAuthority(certificate(), issued(certificate, extras), signer, ALGORITHM, Specimens.NOW);
    }

    private X509v3CertificateBuilder builder(String subject, KeyPair subjectKey, Instant from, Instant until) {
        return new JcaX509v3CertificateBuilder(
                new X500Name(name),
                new BigInteger(120, RANDOM).add(BigInteger.ONE),
                Date.from(from),
                Date.from(until),
                new X500Name(subject),
                subjectKey.getPublic());
    }

    private X509Certificate issued(X509v3CertificateBuilder certificate, Extra... extras) throws Exception {
        for (Extra extra : extras) {
            certificate.addExtension(extra.kind(), extra.critical(), extra.value());
        }
        return Crypto.certificate(certificate.build(ALGORITHM.signer().build(key.getPrivate())));
    }
}
