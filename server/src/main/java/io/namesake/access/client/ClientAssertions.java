package io.namesake.access.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.namesake.access.SecretToken;
import io.namesake.database.SqlTime;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Checks the assertions with which clients prove themselves (private_key_jwt: RFC 7523; OpenID Connect Core, clause 9): signed by a
 * registered key, for this server, alive at most {@value #MOST_MINUTES} minutes, and never used before.
 */
@Component
class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {
    private static final int MOST_MINUTES = 5;
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(MOST_MINUTES);
    /** Characters. */
    static final int LONGEST = 8192;

    private final ApiClientTable clients;
    private final JdbcClient jdbc;
    private final Issuer issuer;
    private final Clock clock;

    ClientAssertions(ApiClientTable clients, JdbcClient jdbc, Issuer issuer, Clock clock) {
        this.clients = clients;
        this.jdbc = jdbc;
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        var id = UUID.fromString(client.getClientId());
        return assertion -> check(id, assertion);
    }

    private Jwt check(UUID client, String assertion) {
        try {
            var checks = new DefaultJWTProcessor<SecurityContext>();
            checks.setJWSKeySelector(new JWSVerificationKeySelector<>(
                    ClientKeys.ALGORITHMS, new ImmutableJWKSet<>(keysOf(client).keys())));
            checks.setJWTClaimsSetVerifier(new ClaimsAt(
                    clock,
                    issuer.audiences(),
                    new JWTClaimsSet.Builder()
                            .issuer(client.toString())
                            .subject(client.toString())
                            .build(),
                    Set.of("exp", "jti")));
            var parsed = SignedJWT.parse(assertion);
            var claims = checks.process(parsed, null);
            useOnce(client, claims.getJWTID(), claims.getExpirationTime().toInstant());
            return new Jwt(
                    assertion,
                    null,
                    claims.getExpirationTime().toInstant(),
                    parsed.getHeader().toJSONObject(),
                    claims.toJSONObject());
        } catch (ParseException | BadJOSEException | JOSEException wrong) {
            throw new BadJwtException("The assertion is not accepted", wrong);
        }
    }

    private ClientKeys keysOf(UUID client) {
        return clients.enabled(client)
                .map(ApiClient::keySet)
                .orElseThrow(() -> new BadJwtException("The client has no keys"));
    }

    private void useOnce(UUID client, String jti, Instant expires) {
        var now = clock.instant();
        if (expires.isAfter(now.plus(LONGEST_LIFE))) {
            throw new BadJwtException("The assertion lives too long");
        }
        jdbc.sql("delete from api_client_assertion where expires_at < :gone")
                // Nimbus forgives clocks that differ by a minute.
                .param("gone", SqlTime.of(now.minus(LONGEST_LIFE)))
                .update();
        boolean unused = jdbc.sql("""
                                insert into api_client_assertion (client_id, jti_sha256, expires_at)
                                values (:client, :jti, :expires) on conflict do nothing
                                """)
                        .param("client", client)
                        .param("jti", SecretToken.sha256(jti))
                        .param("expires", SqlTime.of(expires))
                        .update()
                == 1;
        if (!unused) {
            throw new BadJwtException("The assertion was used before");
        }
    }
}
