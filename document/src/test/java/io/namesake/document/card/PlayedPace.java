package io.namesake.document.card;

import io.namesake.document.trust.Crypto;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.math.ec.ECPoint;

/** The chip's side of PACE with generic mapping, AES-128 and an elliptic curve (ICAO Doc 9303-11, 4.4). */
final class PlayedPace {
    static final ASN1ObjectIdentifier PROTOCOL = new ASN1ObjectIdentifier("0.4.0.127.0.7.2.2.4.2.2");

    private final X9ECParameters curve;
    private final byte[] password;
    private final SecureRandom random;
    private final byte[] nonce = new byte[16];
    private ECPoint generator;
    private BigInteger own;
    private ECPoint ownPoint;
    private ECPoint theirs;
    private byte[] secret;

    /** @param password the seed: the card access number, or the hash of the zone's fields */
    PlayedPace(String curve, byte[] password, SecureRandom random) {
        this.curve = ECNamedCurveTable.getByName(curve);
        this.password = password;
        this.random = random;
    }

    /** One step. @param data the value in 7C */
    byte[] step(byte[] data) throws GeneralSecurityException {
        if (data.length == 0) {
            random.nextBytes(nonce);
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding", Crypto.PROVIDER);
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(ChipKeys.derive(password, ChipKeys.PASSWORD), "AES"),
                    new IvParameterSpec(new byte[16]));
            return SecureLine.object(0x80, cipher.doFinal(nonce));
        }
        byte[] value = Arrays.copyOfRange(data, data[1] == (byte) 0x81 ? 3 : 2, data.length);
        return switch (data[0] & 0xFF) {
            case 0x81 -> map(value);
            case 0x83 -> agree(value);
            case 0x85 -> confirm(value);
            default -> throw new GeneralSecurityException("unknown step");
        };
    }

    private byte[] map(byte[] point) {
        BigInteger key = number();
        ECPoint shared = curve.getCurve().decodePoint(point).multiply(key).normalize();
        generator = curve.getG().multiply(new BigInteger(1, nonce)).add(shared).normalize();
        return SecureLine.object(0x82, curve.getG().multiply(key).normalize().getEncoded(false));
    }

    private byte[] agree(byte[] point) {
        own = number();
        ownPoint = generator.multiply(own).normalize();
        theirs = curve.getCurve().decodePoint(point);
        secret = theirs.multiply(own).normalize().getAffineXCoord().getEncoded();
        return SecureLine.object(0x84, ownPoint.getEncoded(false));
    }

    private byte[] confirm(byte[] token) throws GeneralSecurityException {
        byte[] key = ChipKeys.derive(secret, ChipKeys.AUTHENTICATION);
        if (!Arrays.equals(token, SecureLine.cmac(key, tokenData(ownPoint)))) {
            throw new GeneralSecurityException("wrong password");
        }
        return SecureLine.object(0x86, SecureLine.cmac(key, tokenData(theirs)));
    }

    private static byte[] tokenData(ECPoint point) throws GeneralSecurityException {
        try {
            byte[] content = SecureLine.join(PROTOCOL.getEncoded(), SecureLine.object(0x86, point.getEncoded(false)));
            byte[] object = SecureLine.object(0x49, content);
            return SecureLine.join(new byte[] {0x7F}, object);
        } catch (IOException impossible) {
            throw new GeneralSecurityException(impossible);
        }
    }

    /** The line that both sides agreed on. */
    SecureLine line() {
        return SecureLine.aes(secret);
    }

    private BigInteger number() {
        return new BigInteger(curve.getN().bitLength() - 2, random).add(BigInteger.ONE);
    }
}
