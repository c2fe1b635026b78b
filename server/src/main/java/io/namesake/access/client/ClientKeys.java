package io.namesake.access.client;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The public keys with which a client proves itself (private_key_jwt): 1 to 5 of P-256 or of RSA with 2048 to 4096 bits. */
record ClientKeys(JWKSet keys) {
    /** What such keys sign with. */
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.RS256);

    private static final int MOST = 5;
    private static final int SHORTEST_RSA = 2048;
    private static final int LONGEST_RSA = 4096;

    /**
     * As the operator gives them.
     *
     * @throws Problem {@code request-invalid}, when they are no such keys, or hold what is private
     */
    static ClientKeys of(Map<String, Object> jwkSet) {
        JWKSet keys;
        try {
            keys = JWKSet.parse(jwkSet);
        } catch (ParseException | IllegalArgumentException e) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The keys are no JWK set (RFC 7517).");
        }
        if (keys.isEmpty() || keys.size() > MOST) {
            throw new Problem(ProblemType.REQUEST_INVALID, "A JWK set of 1 to " + MOST + " keys is needed.");
        }
        for (var key : keys.getKeys()) {
            if (key.isPrivate()) {
                throw new Problem(
                        ProblemType.REQUEST_INVALID,
                        "A private key was sent, and is not private any more: make another, and send its public half.");
            }
            if (!isGoodEnough(key)) {
                throw new Problem(
                        ProblemType.REQUEST_INVALID,
                        "Each key must be of the curve P-256, or RSA with 2048 to 4096 bits.");
            }
        }
        return new ClientKeys(keys.toPublicJWKSet());
    }

    /** As they are stored. */
    static ClientKeys stored(String json) {
        try {
            return new ClientKeys(JWKSet.parse(json));
        } catch (ParseException e) {
            throw new IllegalStateException("A stored JWK set is none", e);
        }
    }

    /** The names of {@link #ALGORITHMS}, as metadata says them. */
    static List<String> names() {
        return ALGORITHMS.stream().map(Object::toString).sorted().toList();
    }

    String json() {
        return keys.toString(true);
    }

    private static boolean isGoodEnough(JWK key) {
        return switch (key) {
            case ECKey ec -> Curve.P_256.equals(ec.getCurve());
            case RSAKey rsa -> rsa.size() >= SHORTEST_RSA && rsa.size() <= LONGEST_RSA;
            default -> false;
        };
    }
}
