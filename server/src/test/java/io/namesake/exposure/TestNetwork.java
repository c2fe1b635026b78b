package io.namesake.exposure;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.namesake.TestHttp;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** The test operator's gateway, which knows from which line a browser comes. */
final class TestNetwork {
    private final Clock clock;
    private final String operator;
    private final ECKey key;

    private TestNetwork(Clock clock, String operator, ECKey key) {
        this.clock = clock;
        this.operator = operator;
        this.key = key;
    }

    /** With a key of its own, known to nobody yet. */
    static TestNetwork with(Clock clock, String operator) throws JOSEException {
        return new TestNetwork(clock, operator, new ECKeyGenerator(Curve.P_256).generate());
    }

    /** Registers its key, in the place of all others. */
    TestNetwork known(TestHttp http) {
        http.operator()
                .put()
                .uri("/v1/network-keys")
                .body(new JWKSet(key.toPublicJWK()).toJSONObject())
                .exchange()
                .expectStatus()
                .isNoContent();
        return this;
    }

    /** Vouches for a line in this one request. */
    String vouches(String line, String query) {
        return vouches(line, query, Map.of(), Duration.ofSeconds(30), "network-assertion+jwt");
    }

    /** Likewise, with some claims changed. */
    String vouches(String line, String query, Map<String, Object> changes, Duration life, String type) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(operator)
                .subject("tel:" + line)
                .audience(TestBank.ISSUER + "/oauth2/authorize")
                .jwtID(UUID.randomUUID().toString())
                .claim("qh", sha256(query))
                .expirationTime(Date.from(clock.instant().plus(life)));
        changes.forEach(claims::claim);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType(type))
                        .build(),
                claims.build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return token.serialize();
    }

    private static String sha256(String query) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(query.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
