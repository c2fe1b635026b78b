package io.namesake.document.specimen.wallet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.util.Base64;
import io.namesake.document.trust.Crypto;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Issuer of credentials of nowhere, with the authority (IACA) behind it. Keys are made anew each time and the authority's is thrown away, so that nobody can
 * found more issuers under an authority that somebody was careless enough to trust.
 */
public final class SpecimenIssuer {
    private static final String AUTHORITY = "C=UT,O=SPECIMEN not a real country,CN=SPECIMEN IACA";
    private static final String SIGNER = "C=UT,O=SPECIMEN not a real country,CN=SPECIMEN credential signer";
    private static final ASN1ObjectIdentifier MDL_SIGNER = new ASN1ObjectIdentifier("1.0.18013.5.1.2");
    private static final String NIST = "P-256";
    private static final Duration BEFORE = Duration.ofDays(30);
    private static final Duration LIFE = Duration.ofDays(3_650);

    private final X509Certificate authority;
    private final List<X509Certificate> chain;
    private final KeyPair key;
    private final X509CRL revocation;
    private final Optional<SpecimenIssuer> statusIssuer;

    SpecimenIssuer(
            X509Certificate authority,
            List<X509Certificate> chain,
            KeyPair key,
            X509CRL revocation,
            Optional<SpecimenIssuer> statusIssuer) {
        this.statusIssuer = statusIssuer;
        this.authority = authority;
        this.chain = List.copyOf(chain);
        this.key = key;
        this.revocation = revocation;
    }

    /** Founds one, valid from a month before {@code now} on. */
    public static SpecimenIssuer make(Instant now, SecureRandom random) {
        return make(NIST, now, random);
    }

    /** @param curve of both keys; an SD-JWT can be signed on P-256 only */
    public static SpecimenIssuer make(String curve, Instant now, SecureRandom random) {
        try {
            KeyPair root = pair(curve, random);
            KeyPair signing = pair(curve, random);
            ContentSigner signature = signature(root);
            X509Certificate authority = Crypto.certificate(certificate(AUTHORITY, AUTHORITY, root, now, random)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .build(signature));
            X509Certificate signer = signer(AUTHORITY, signing, now, random, signature);
            X509CRL revocation = new JcaX509CRLConverter()
                    .setProvider(Crypto.PROVIDER)
                    .getCRL(new JcaX509v2CRLBuilder(authority.getSubjectX500Principal(), Date.from(now.minus(BEFORE)))
                            .setNextUpdate(Date.from(now.plus(LIFE)))
                            .addCRLEntry(
                                    signer.getSerialNumber(), Date.from(now.minus(BEFORE)), CRLReason.keyCompromise)
                            .build(signature));
            KeyPair listing = pair(curve, random);
            X509Certificate lister = signer(AUTHORITY, listing, now, random, signature);
            return new SpecimenIssuer(
                    authority,
                    List.of(signer),
                    signing,
                    revocation,
                    Optional.of(new SpecimenIssuer(authority, List.of(lister), listing, revocation, Optional.empty())));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What has to be trusted for its credentials to be authenticated. */
    public X509Certificate authority() {
        return authority;
    }

    /** The certificate that its credentials come with. */
    public X509Certificate signer() {
        return chain.getFirst();
    }

    /** A list on which the authority revokes this issuer. */
    public X509CRL revocation() {
        return revocation;
    }

    /** The signer's certificate first. */
    List<X509Certificate> chain() {
        return chain;
    }

    /** Whoever signs this issuer's status lists, with a certificate of the same authority. */
    public SpecimenIssuer statusIssuer() {
        return statusIssuer.orElseThrow();
    }

    /** Somebody whom this issuer's signer has made an issuer, as it may not: for tests of those who should notice. */
    public SpecimenIssuer usurper(Instant now, SecureRandom random) {
        try {
            KeyPair own = pair(random);
            return new SpecimenIssuer(
                    authority,
                    List.of(signer(SIGNER, own, now, random, signature(key)), chain.getFirst()),
                    own,
                    revocation,
                    Optional.empty());
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ContentSigner signature(KeyPair key) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA")
                .setProvider(Crypto.PROVIDER)
                .build(key.getPrivate());
    }

    static X509Certificate signer(String issuer, KeyPair key, Instant now, SecureRandom random, ContentSigner signature)
            throws CertIOException, GeneralSecurityException {
        return Crypto.certificate(certificate(SIGNER, issuer, key, now, random)
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.getInstance(MDL_SIGNER)))
                .build(signature));
    }

    /** An ECDSA signature as COSE writes it: the two numbers one after the other. */
    byte[] sign(byte[] bytes, SecureRandom random) {
        return sign(key, bytes, random);
    }

    /** A JWT with the signer's certificate in {@code x5c}. @param type {@code typ} */
    public String sign(Map<String, Object> payload, String type) {
        try {
            List<Base64> certificates = new ArrayList<>();
            for (X509Certificate certificate : chain) {
                certificates.add(Base64.encode(certificate.getEncoded()));
            }
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType(type))
                    .x509CertChain(certificates)
                    .build();
            return signed(header, payload, key);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String signed(JWSHeader header, Map<String, Object> payload, KeyPair key) {
        try {
            JWSObject jws = new JWSObject(header, new Payload(payload));
            ECDSASigner signer = new ECDSASigner((ECPrivateKey) key.getPrivate());
            signer.getJCAContext().setProvider(Crypto.PROVIDER);
            jws.sign(signer);
            return jws.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] sign(KeyPair key, byte[] bytes, SecureRandom random) {
        try {
            Signature signature = Signature.getInstance("SHA256withPLAIN-ECDSA", Crypto.PROVIDER);
            signature.initSign(key.getPrivate(), random);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static KeyPair pair(SecureRandom random) {
        return pair(NIST, random);
    }

    private static KeyPair pair(String curve, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Crypto.PROVIDER);
            generator.initialize(new ECGenParameterSpec(curve), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static X509v3CertificateBuilder certificate(
            String name, String issuer, KeyPair key, Instant now, SecureRandom random) {
        return new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                new BigInteger(120, random).add(BigInteger.ONE),
                Date.from(now.minus(BEFORE)),
                Date.from(now.plus(LIFE)),
                new X500Name(name),
                key.getPublic());
    }
}
