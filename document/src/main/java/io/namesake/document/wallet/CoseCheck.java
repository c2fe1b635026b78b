package io.namesake.document.wallet;

import com.authlete.cose.COSEProtectedHeader;
import com.authlete.cose.SigStructureBuilder;
import com.authlete.cose.constants.COSEAlgorithms;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.trust.Crypto;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/**
 * Signatures over COSE messages (RFC 9052, 4.4; RFC 9053, 2). The library makes what is signed; the cryptography is asked for by provider, since issuers may
 * sign on Brainpool curves (ISO/IEC 18013-5, table B.3), which the JDK does not have.
 */
final class CoseCheck {

    private CoseCheck() {}

    /**
     * Whether a COSE_Sign1 signature is right.
     *
     * @param payload what was signed
     * @throws DocumentUnreadable when it is signed in a way that is not known here
     */
    static boolean isSigned(COSEProtectedHeader header, byte[] payload, byte[] signature, PublicKey key)
            throws DocumentUnreadable {
        String algorithm = name(algorithm(header));
        byte[] signed = new SigStructureBuilder()
                .signature1()
                .bodyAttributes(header)
                .payload(payload)
                .build()
                .encode();
        try {
            Signature check = Signature.getInstance(algorithm, Crypto.PROVIDER);
            check.initVerify(key);
            check.update(signed);
            return check.verify(signature);
        } catch (GeneralSecurityException | RuntimeException wrong) {
            return false;
        }
    }

    /** The one in the protected header; what nobody signed does not count. */
    static int algorithm(COSEProtectedHeader header) throws DocumentUnreadable {
        if (header.getCrit() != null) {
            throw new DocumentUnreadable("a signature asks for what is not known here");
        }
        if (header.getAlg() instanceof Number number) {
            return number.intValue();
        }
        throw new DocumentUnreadable("a signature does not say how it was made");
    }

    private static String name(int algorithm) throws DocumentUnreadable {
        return switch (algorithm) {
            case COSEAlgorithms.ES256 -> "SHA256withPLAIN-ECDSA";
            case COSEAlgorithms.ES384 -> "SHA384withPLAIN-ECDSA";
            case COSEAlgorithms.ES512 -> "SHA512withPLAIN-ECDSA";
            default -> throw new DocumentUnreadable("a signature was made in a way that is not known here");
        };
    }
}
