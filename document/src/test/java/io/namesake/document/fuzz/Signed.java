package io.namesake.document.fuzz;

import io.namesake.document.chip.ActiveAnswer;
import io.namesake.document.specimen.SpecimenAuthority;
import io.namesake.document.specimen.SpecimenAuthority.Algorithm;
import io.namesake.document.specimen.SpecimenKeys;
import io.namesake.document.support.Specimens;
import io.namesake.document.trust.Crypto;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Keys of nobody, the same in every run, and what is signed with them. */
final class Signed {
    static final byte[] CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};
    static final SpecimenAuthority AUTHORITY = SpecimenAuthority.make(Algorithm.EC_NIST, Specimens.NOW, random(1));
    static final SpecimenKeys RSA = SpecimenKeys.make(SpecimenKeys.Kind.RSA, random(2));
    static final SpecimenKeys EC = SpecimenKeys.make(SpecimenKeys.Kind.EC, random(3));

    private static final X500Name NAME = new X500Name("C=UT,CN=SPECIMEN LIST");
    private static final KeyPair KEY = key();
    private static final X509CertificateHolder SIGNER = signer();

    private Signed() {}

    static ActiveAnswer answer(SpecimenKeys keys) {
        return keys.answer(CHALLENGE, random(4));
    }

    /** The same numbers in every run, so that what was found is found again. */
    private static SecureRandom random(long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            return random;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] masterList(byte[] content) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .build(content(), SIGNER));
            generator.addCertificate(SIGNER);
            return generator
                    .generate(new CMSProcessableByteArray(ICAOObjectIdentifiers.id_icao_cscaMasterList, content), true)
                    .getEncoded();
        } catch (CMSException | IOException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** CscaMasterList of ICAO Doc 9303-12, 9.1: version 0 and a set of certificates. */
    static byte[] listOf(List<byte[]> certificates) {
        try {
            var entries = new ASN1EncodableVector();
            for (byte[] certificate : certificates) {
                entries.add(ASN1Primitive.fromByteArray(certificate));
            }
            return new DERSequence(new ASN1Encodable[] {new ASN1Integer(0), new DERSet(entries)}).getEncoded();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] revocations() {
        try {
            return new X509v2CRLBuilder(NAME, Date.from(Specimens.NOW))
                    .addCRLEntry(BigInteger.TEN, Date.from(Specimens.NOW), 1)
                    .build(content())
                    .getEncoded();
        } catch (IOException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] authority() {
        try {
            return new JcaX509CertificateHolder(AUTHORITY.certificate()).getEncoded();
        } catch (CertificateEncodingException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ContentSigner content() throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA")
                .setProvider(Crypto.PROVIDER)
                .setSecureRandom(random(5))
                .build(KEY.getPrivate());
    }

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Crypto.PROVIDER);
            generator.initialize(new ECGenParameterSpec("P-256"), random(6));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static X509CertificateHolder signer() {
        try {
            Date from = Date.from(Specimens.NOW.minus(Duration.ofDays(1)));
            Date until = Date.from(Specimens.NOW.plus(Duration.ofDays(365)));
            return new JcaX509v3CertificateBuilder(NAME, BigInteger.ONE, from, until, NAME, KEY.getPublic())
                    .build(content());
        } catch (OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
