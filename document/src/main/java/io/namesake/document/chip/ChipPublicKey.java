package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.trust.Crypto;
import java.io.IOException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import javax.crypto.interfaces.DHPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** A chip's own public key (SubjectPublicKeyInfo), of a size that can be computed with soon. */
final class ChipPublicKey {
    private static final int LARGEST = 4_096;
    private static final int MOST_BITS = 4_096;
    private static final int MOST_BITS_OF_EXPONENT = 64;
    private static final int MOST_BITS_OF_CURVE = 521;

    private ChipPublicKey() {}

    static PublicKey read(byte[] encoded) throws DocumentUnreadable {
        if (encoded.length > LARGEST) {
            throw new DocumentUnreadable("a chip's key has at most " + LARGEST + " bytes");
        }
        PublicKey key;
        try {
            // Curves with explicit parameters stand in many chips, and are in no provider of the JDK's.
            key = Crypto.publicKey(SubjectPublicKeyInfo.getInstance(encoded));
        } catch (IOException | RuntimeException malformed) {
            throw new DocumentUnreadable("a chip's key is malformed");
        }
        boolean known = switch (key) {
            case RSAPublicKey rsa ->
                rsa.getModulus().bitLength() <= MOST_BITS
                        && rsa.getPublicExponent().bitLength() <= MOST_BITS_OF_EXPONENT;
            case ECPublicKey curve -> curve.getParams().getCurve().getField().getFieldSize() <= MOST_BITS_OF_CURVE;
            case DHPublicKey group -> group.getParams().getP().bitLength() <= MOST_BITS;
            case null, default -> false;
        };
        if (!known) {
            throw new DocumentUnreadable("a chip's key is of a kind or size that is not known");
        }
        return key;
    }
}
