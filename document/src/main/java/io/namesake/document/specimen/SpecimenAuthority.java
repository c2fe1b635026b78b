package io.namesake.document.specimen;

import io.namesake.document.trust.Crypto;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The country authority of nowhere and its document signer. Keys are made anew each time and the authority's is thrown away, so that nobody can
 * make more documents of a specimen authority that somebody was careless enough to trust.
 */
public final class SpecimenAuthority {
    private static final String NAME = "C=UT,O=SPECIMEN not a real country,CN=SPECIMEN CSCA";
    private static final String SIGNER_NAME = "C=UT,O=SPECIMEN not a real country,CN=SPECIMEN document signer";
    private static final Duration BEFORE = Duration.ofDays(30);
    private static final Duration LIFE = Duration.ofDays(3_650);

    private final X509Certificate certificate;
    private final X509Certificate signerCertificate;
    private final KeyPair signerKey;
    private final Algorithm algorithm;
    private final Instant made;

    /** What the specimen is signed with. */
    public enum Algorithm {
        RSA("RSA", "SHA256withRSA"),
        RSA_PSS("RSA", "SHA256withRSAandMGF1"),
        EC_NIST("EC", "SHA256withECDSA"),
        EC_BRAINPOOL("EC", "SHA384withECDSA");

        private final String key;
        private final String signature;

        Algorithm(String key, String signature) {
            this.key = key;
            this.signature = signature;
        }

        KeyPair generate(SecureRandom random) throws GeneralSecurityException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(key, Crypto.PROVIDER);
            switch (this) {
                case RSA, RSA_PSS -> generator.initialize(2048, random);
                case EC_NIST -> generator.initialize(new ECGenParameterSpec("P-256"), random);
                case EC_BRAINPOOL -> generator.initialize(new ECGenParameterSpec("brainpoolP384r1"), random);
            }
            return generator.generateKeyPair();
        }

        JcaContentSignerBuilder signer() {
            return new JcaContentSignerBuilder(signature).setProvider(Crypto.PROVIDER);
        }
    }

    SpecimenAuthority(
            X509Certificate certificate,
            X509Certificate signerCertificate,
            KeyPair signerKey,
            Algorithm algorithm,
            Instant made) {
        this.certificate = certificate;
        this.signerCertificate = signerCertificate;
        this.signerKey = signerKey;
        this.algorithm = algorithm;
        this.made = made;
    }

    /** Founds one. */
    public static SpecimenAuthority make(Algorithm algorithm, Instant now, SecureRandom random) {
        try {
            KeyPair authority = algorithm.generate(random);
            KeyPair signer = algorithm.generate(random);
            X509v3CertificateBuilder own = builder(NAME, authority, NAME, now, random)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            X509v3CertificateBuilder signers = builder(SIGNER_NAME, signer, NAME, now, random)
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            return new SpecimenAuthority(
                    Crypto.certificate(own.build(algorithm.signer().build(authority.getPrivate()))),
                    Crypto.certificate(signers.build(algorithm.signer().build(authority.getPrivate()))),
                    signer,
                    algorithm,
                    now);
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What has to be trusted for a specimen to be authenticated. */
    public X509Certificate certificate() {
        return certificate;
    }

    X509Certificate signerCertificate() {
        return signerCertificate;
    }

    KeyPair signerKey() {
        return signerKey;
    }

    /** When it was founded, and signs. */
    Instant made() {
        return made;
    }

    Algorithm algorithm() {
        return algorithm;
    }

    private static X509v3CertificateBuilder builder(
            String name, KeyPair key, String issuer, Instant now, SecureRandom random)
            throws GeneralSecurityException, CertIOException {
        return new JcaX509v3CertificateBuilder(
                        new X500Name(issuer),
                        new BigInteger(120, random).add(BigInteger.ONE),
                        Date.from(now.minus(BEFORE)),
                        Date.from(now.plus(LIFE)),
                        new X500Name(name),
                        key.getPublic())
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key.getPublic()));
    }
}
