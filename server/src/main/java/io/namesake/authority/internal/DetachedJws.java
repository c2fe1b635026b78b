package io.namesake.authority.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;

/**
 * A signature beside the body that it covers: JWS with detached content (RFC 7515, appendix F) whose payload is the body's bytes as they are (RFC 7797,
 * {@code b64=false}).
 */
public final class DetachedJws {
    /** A signature with an RSA key of 4096 bit and its header. */
    private static final int LONGEST = 4096;

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.PS256, JWSAlgorithm.RS256);

    private DetachedJws() {}

    /**
     * A key of our own.
     *
     * @throws IllegalArgumentException when the file holds no private key with {@code alg} of ES256, ES384, PS256 or RS256
     */
    public static JWK privateKey(Path file) {
        try {
            var key = JWK.parse(Files.readString(file));
            if (!key.isPrivate() || key.getAlgorithm() == null || !ALGORITHMS.contains(algorithm(key))) {
                throw new IllegalArgumentException(
                        file + " is no private key as JWK, with alg ES256, ES384, PS256 or RS256");
            }
            return key;
        } catch (IOException | ParseException unreadable) {
            throw new IllegalArgumentException(file + " is no key as JWK");
        }
    }

    /** @throws IllegalArgumentException when the file holds no set of public keys */
    public static JWKSet publicKeys(Path file) {
        try {
            var keys = JWKSet.parse(Files.readString(file));
            if (keys.getKeys().isEmpty() || !keys.getKeys().stream().allMatch(AsymmetricJWK.class::isInstance)) {
                throw new IllegalArgumentException(file + " holds no public keys");
            }
            return keys.toPublicJWKSet();
        } catch (IOException | ParseException unreadable) {
            throw new IllegalArgumentException(file + " is no JWK set");
        }
    }

    /** @param claims what the header says besides, under the signature */
    public static String sign(byte[] body, JWK key, Map<String, Object> claims) {
        try {
            var header = new JWSHeader.Builder(algorithm(key))
                    .keyID(key.getKeyID())
                    .base64URLEncodePayload(false)
                    .criticalParams(Set.of("b64"))
                    .customParams(claims)
                    .build();
            var signed = new JWSObject(header, new Payload(body));
            signed.sign(new DefaultJWSSignerFactory().createJWSSigner(key));
            return signed.serialize(true);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(
                    "the signing key does not sign: " + impossible.getClass().getSimpleName());
        }
    }

    /** Whether one of the keys made the signature over this body. Whatever the text is, there is an answer. */
    public static boolean isRight(String signature, byte[] body, JWKSet keys) {
        if (signature.isEmpty() || signature.length() > LONGEST) {
            return false;
        }
        try {
            var signed = JWSObject.parse(signature, new Payload(body));
            var header = signed.getHeader();
            if (header.isBase64URLEncodePayload() || !ALGORITHMS.contains(header.getAlgorithm())) {
                return false;
            }
            for (var key : keys.getKeys()) {
                boolean named = header.getKeyID() == null || header.getKeyID().equals(key.getKeyID());
                // The key says which algorithm it is for; a signature cannot choose another.
                if (named && algorithm(key).equals(header.getAlgorithm()) && key instanceof AsymmetricJWK asymmetric) {
                    var verifier = new DefaultJWSVerifierFactory().createJWSVerifier(header, asymmetric.toPublicKey());
                    if (signed.verify(verifier)) {
                        return true;
                    }
                }
            }
            return false;
        } catch (ParseException | JOSEException | RuntimeException noSignature) {
            return false;
        }
    }

    private static JWSAlgorithm algorithm(JWK key) {
        return key.getAlgorithm() == null
                ? new JWSAlgorithm("none")
                : JWSAlgorithm.parse(key.getAlgorithm().getName());
    }
}
