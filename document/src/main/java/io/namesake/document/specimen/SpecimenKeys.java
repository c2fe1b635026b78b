package io.namesake.document.specimen;

import static io.namesake.document.specimen.TlvWriter.tlv;

import io.namesake.document.chip.ActiveAnswer;
import io.namesake.document.trust.Crypto;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;

/**
 * The keys of a specimen chip, which show that it is no copy: one signs challenges (active authentication), the other agrees on a secret (chip
 * authentication). Made anew each time.
 *
 * @param active for active authentication
 * @param agreement for chip authentication (ECDH)
 */
public record SpecimenKeys(KeyPair active, KeyPair agreement) {
    private static final ASN1ObjectIdentifier ACTIVE_AUTHENTICATION = new ASN1ObjectIdentifier("2.23.136.1.1.5");
    private static final ASN1ObjectIdentifier PLAIN_SHA256 = new ASN1ObjectIdentifier("0.4.0.127.0.7.1.1.4.1.3");
    private static final ASN1ObjectIdentifier AGREEMENT_AES_128 = new ASN1ObjectIdentifier("0.4.0.127.0.7.2.2.3.2.2");
    private static final ASN1ObjectIdentifier AGREEMENT_KEY = new ASN1ObjectIdentifier("0.4.0.127.0.7.2.2.1.2");

    /** What a chip signs challenges with. */
    public enum Kind {
        RSA,
        EC
    }

    public static SpecimenKeys make(Kind kind, SecureRandom random) {
        try {
            return new SpecimenKeys(
                    kind == Kind.RSA ? rsa(random) : curve("P-256", random), curve("brainpoolP256r1", random));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair rsa(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", Crypto.PROVIDER);
        generator.initialize(2048, random);
        return generator.generateKeyPair();
    }

    private static KeyPair curve(String name, SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Crypto.PROVIDER);
        generator.initialize(new ECGenParameterSpec(name), random);
        return generator.generateKeyPair();
    }

    /** What the chip would answer to a challenge of 8 bytes (ICAO Doc 9303-11, 6.1.2.3). */
    public ActiveAnswer answer(byte[] challenge, SecureRandom random) {
        try {
            byte[] response = active.getPrivate() instanceof RSAPrivateKey key
                    ? recoverable(key, challenge, random)
                    : plain(challenge, random);
            return new ActiveAnswer(challenge, response);
        } catch (GeneralSecurityException | CryptoException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] recoverable(RSAPrivateKey key, byte[] challenge, SecureRandom random) throws CryptoException {
        SHA256Digest digest = new SHA256Digest();
        ISO9796d2Signer signer = new ISO9796d2Signer(new RSAEngine(), digest, false);
        signer.init(true, new RSAKeyParameters(true, key.getModulus(), key.getPrivateExponent()));
        // The chip's own random part fills all the room that is recovered from the signature: header, hash and trailer
        // take the rest.
        byte[] own = new byte[key.getModulus().bitLength() / 8 - digest.getDigestSize() - 3];
        random.nextBytes(own);
        signer.update(own, 0, own.length);
        signer.update(challenge, 0, challenge.length);
        return signer.generateSignature();
    }

    private byte[] plain(byte[] challenge, SecureRandom random) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withPLAIN-ECDSA", Crypto.PROVIDER);
        signature.initSign(active.getPrivate(), random);
        signature.update(challenge);
        return signature.sign();
    }

    byte[] dataGroup14() {
        ASN1EncodableVector infos = new ASN1EncodableVector();
        infos.add(info(AGREEMENT_AES_128, new ASN1Integer(BigInteger.ONE)));
        infos.add(info(
                AGREEMENT_KEY,
                SubjectPublicKeyInfo.getInstance(agreement.getPublic().getEncoded())));
        if (!(active.getPrivate() instanceof RSAPrivateKey)) {
            infos.add(info(ACTIVE_AUTHENTICATION, new ASN1Integer(BigInteger.ONE), PLAIN_SHA256));
        }
        try {
            return tlv(0x6E, new DERSet(infos).getEncoded());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] dataGroup15() {
        return tlv(0x6F, active.getPublic().getEncoded());
    }

    private static DERSequence info(ASN1ObjectIdentifier kind, ASN1Encodable... more) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(kind);
        parts.addAll(more);
        return new DERSequence(parts);
    }

    @Override
    public String toString() {
        return "SpecimenKeys[" + active.getPublic().getAlgorithm() + "]";
    }
}
