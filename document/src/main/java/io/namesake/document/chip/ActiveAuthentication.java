package io.namesake.document.chip;

import io.namesake.document.trust.Crypto;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;

/**
 * The chip's signature over a challenge (ICAO Doc 9303-11, 6.1): RSA by ISO/IEC 9796-2, scheme 1, the chip's own random part being recovered from the
 * signature; or ECDSA, whose two numbers stand one after the other (BSI TR-03111, 5.2.1), with some issuers in DER.
 */
final class ActiveAuthentication {
    private static final List<Supplier<Digest>> DIGESTS =
            List.of(SHA1Digest::new, SHA256Digest::new, SHA224Digest::new, SHA384Digest::new, SHA512Digest::new);
    /** ecdsa-plain-SHA..., by the last number of their identifiers below 0.4.0.127.0.7.1.1.4.1. */
    private static final Map<String, String> PLAIN = Map.of(
            "0.4.0.127.0.7.1.1.4.1.1", "SHA1",
            "0.4.0.127.0.7.1.1.4.1.2", "SHA224",
            "0.4.0.127.0.7.1.1.4.1.3", "SHA256",
            "0.4.0.127.0.7.1.1.4.1.4", "SHA384",
            "0.4.0.127.0.7.1.1.4.1.5", "SHA512");

    private static final List<String> HASHES = List.of("SHA256", "SHA1", "SHA224", "SHA384", "SHA512");

    private ActiveAuthentication() {}

    /**
     * Whether an answer is by this key.
     *
     * @param algorithm object identifier from EF.DG14; without it every hash function of the standard is tried, since an answer to 8 bytes can be made up
     *     under none of them
     */
    static boolean isAnswer(PublicKey key, Optional<String> algorithm, ActiveAnswer answer) {
        return switch (key) {
            case RSAPublicKey rsa -> isRsa(rsa, answer);
            case ECPublicKey curve -> isEcdsa(curve, algorithm, answer);
            default -> false;
        };
    }

    private static boolean isRsa(RSAPublicKey key, ActiveAnswer answer) {
        RSAKeyParameters parameters = new RSAKeyParameters(false, key.getModulus(), key.getPublicExponent());
        // The trailer of one byte stands for SHA-1, that of two names its hash function.
        return isRsa(parameters, new SHA1Digest(), true, answer)
                || DIGESTS.stream().anyMatch(digest -> isRsa(parameters, digest.get(), false, answer));
    }

    private static boolean isRsa(RSAKeyParameters key, Digest digest, boolean implicit, ActiveAnswer answer) {
        try {
            ISO9796d2Signer signer = new ISO9796d2Signer(new RSAEngine(), digest, implicit);
            signer.init(false, key);
            signer.updateWithRecoveredMessage(answer.response());
            byte[] challenge = answer.challenge();
            signer.update(challenge, 0, challenge.length);
            return signer.verifySignature(answer.response());
        } catch (InvalidCipherTextException | RuntimeException wrong) {
            return false;
        }
    }

    private static boolean isEcdsa(ECPublicKey key, Optional<String> algorithm, ActiveAnswer answer) {
        List<String> hashes = algorithm
                .filter(PLAIN::containsKey)
                .map(known -> List.of(PLAIN.get(known)))
                .orElse(HASHES);
        return hashes.stream()
                .anyMatch(hash ->
                        isEcdsa(key, hash + "withPLAIN-ECDSA", answer) || isEcdsa(key, hash + "withECDSA", answer));
    }

    private static boolean isEcdsa(ECPublicKey key, String algorithm, ActiveAnswer answer) {
        try {
            Signature signature = Signature.getInstance(algorithm, Crypto.PROVIDER);
            signature.initVerify(key);
            signature.update(answer.challenge());
            return signature.verify(answer.response());
        } catch (GeneralSecurityException | RuntimeException wrong) {
            return false;
        }
    }
}
