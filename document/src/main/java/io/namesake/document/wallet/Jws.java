package io.namesake.document.wallet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.trust.Crypto;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Signatures of JSON Web Signature (RFC 7515), ECDSA on NIST curves: what the European profile of credentials names. */
final class Jws {
    private static final Set<JWSAlgorithm> KNOWN = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);

    private Jws() {}

    /** @throws DocumentUnreadable when it is signed in a way that is not known here */
    static boolean isSigned(JWSObject jws, PublicKey key) throws DocumentUnreadable {
        if (!KNOWN.contains(jws.getHeader().getAlgorithm())
                || jws.getHeader().getCriticalParams() != null
                        && !jws.getHeader().getCriticalParams().isEmpty()) {
            throw new DocumentUnreadable("a signature was made in a way that is not known here");
        }
        if (!(key instanceof ECPublicKey point)) {
            throw new DocumentUnreadable("a signature was made with a key that is not known here");
        }
        try {
            ECDSAVerifier verifier = new ECDSAVerifier(point);
            verifier.getJCAContext().setProvider(Crypto.PROVIDER);
            return jws.verify(verifier);
        } catch (JOSEException | RuntimeException wrong) {
            return false;
        }
    }

    static boolean isTyped(JWSObject jws, Set<String> types) {
        return jws.getHeader().getType() != null
                && types.contains(jws.getHeader().getType().getType());
    }

    /**
     * The chain in the header ({@code x5c}), the signer's own first; empty when there is none.
     *
     * @throws IllegalArgumentException when one of them is no base64
     */
    static List<byte[]> chain(JWSObject jws) {
        List<com.nimbusds.jose.util.Base64> chain = jws.getHeader().getX509CertChain();
        return chain == null
                ? List.of()
                : chain.stream()
                        .map(certificate -> Base64.getDecoder().decode(certificate.toString()))
                        .toList();
    }
}
