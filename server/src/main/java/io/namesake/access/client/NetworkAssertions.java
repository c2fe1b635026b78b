package io.namesake.access.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.namesake.access.Digests;
import io.namesake.access.OperatorId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The operator's access network vouches for the line that a browser comes from. The operator's own gateway, which alone knows, stands
 * before the authorization endpoint and adds the header {@value #HEADER}: a JWT of type {@value #TYPE}, signed with a key that the
 * operator registered, for this endpoint ({@code aud}), issued by the operator ({@code iss} is its id), alive at most a minute and
 * good once ({@code jti}), about one line ({@code sub}, such as {@code tel:+8613800138000}), and for this very request alone
 * ({@code qh}, the base64url of the SHA-256 of the query as it was sent).
 *
 * <p>Without a key nobody can vouch. Nothing of it is kept but a digest of {@code jti}, until it expires: Namesake is not told
 * addresses, and keeps no record of who was connected when.
 */
@Component
class NetworkAssertions {
    static final String HEADER = "Network-Assertion";
    static final String TYPE = "network-assertion+jwt";

    private static final Logger log = LoggerFactory.getLogger(NetworkAssertions.class);
    private static final String TEL = "tel:";
    private static final int LONGEST = 4096;
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(1);

    private final NetworkKeyTable table;
    private final Issuer issuer;
    private final Clock clock;

    NetworkAssertions(NetworkKeyTable table, Issuer issuer, Clock clock) {
        this.table = table;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** The number that is vouched for; empty when the operator has no keys, or the assertion is not good in every respect. */
    Optional<String> number(OperatorId operator, String assertion, String query) {
        return table.keys(operator).flatMap(keys -> {
            try {
                return Optional.of(checked(operator, keys, assertion, query));
            } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException wrong) {
                log.warn(
                        "A network assertion of operator {} is not accepted: {}", operator.value(), wrong.getMessage());
                return Optional.empty();
            }
        });
    }

    private String checked(OperatorId operator, ClientKeys keys, String assertion, String query)
            throws ParseException, BadJOSEException, JOSEException {
        require(assertion.length() <= LONGEST, "it is too long");
        var checks = new DefaultJWTProcessor<SecurityContext>();
        checks.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TYPE)));
        checks.setJWSKeySelector(
                new JWSVerificationKeySelector<>(ClientKeys.ALGORITHMS, new ImmutableJWKSet<>(keys.keys())));
        checks.setJWTClaimsSetVerifier(new ClaimsAt(
                clock,
                Set.of(issuer.authorizationEndpoint()),
                new JWTClaimsSet.Builder().issuer(operator.value().toString()).build(),
                Set.of("sub", "exp", "jti", "qh")));
        var claims = checks.process(assertion, null);
        require(
                MessageDigest.isEqual(bytes(Digests.s256(query)), bytes(claims.getStringClaim("qh"))),
                "it is for another request");
        var expires = claims.getExpirationTime().toInstant();
        var now = clock.instant();
        require(!expires.isAfter(now.plus(LONGEST_LIFE)), "it lives too long");
        require(claims.getSubject().startsWith(TEL), "its subject is no telephone number");
        require(table.useOnce(operator, claims.getJWTID(), expires, now), "it was used before");
        return claims.getSubject().substring(TEL.length());
    }

    private static void require(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
