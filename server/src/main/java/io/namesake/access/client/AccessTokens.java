package io.namesake.access.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.namesake.access.AgreedLines;
import io.namesake.access.Caller;
import io.namesake.access.ClientPrincipal;
import io.namesake.access.ClientPrincipal.OneLine;
import io.namesake.access.CredentialScheme;
import io.namesake.access.certificate.Confirmation;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Access tokens of API clients: JWTs as RFC 9068 says, that we signed ourselves. One that came by a person's browser names its grant,
 * which is looked up with the person's consent each time: what they end is over at once.
 */
@Component
class AccessTokens implements CredentialScheme {
    static final String TYPE = "at+jwt";
    static final String SCOPE = "scope";
    /** The client, where the subject is a person's line. */
    static final String CLIENT = "client_id";
    /** The grant that a token came of. */
    static final String GRANT = "grant_id";

    /** How every JWT begins whose header is a JSON object without a space: {@code {"}. */
    private static final String PREFIX = "eyJ";

    private static final int LONGEST = 4096;

    private final DefaultJWTProcessor<SecurityContext> checks = new DefaultJWTProcessor<>();
    private final ApiClientTable clients;
    private final Confirmation confirmation;
    private final GrantTable grants;
    private final AgreedLines agreed;

    AccessTokens(
            SigningKeys keys,
            ApiClientTable clients,
            GrantTable grants,
            AgreedLines agreed,
            Issuer issuer,
            Confirmation confirmation,
            Clock clock) {
        this.clients = clients;
        this.confirmation = confirmation;
        this.grants = grants;
        this.agreed = agreed;
        JWKSource<SecurityContext> source = (selector, _) -> selector.select(keys.all());
        checks.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TYPE)));
        checks.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, source));
        checks.setJWTClaimsSetVerifier(new ClaimsAt(
                clock,
                Set.of(issuer.name()),
                new JWTClaimsSet.Builder().issuer(issuer.name()).build(),
                Set.of("sub", "exp", SCOPE)));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public int longest() {
        return LONGEST;
    }

    @Override
    public Optional<Caller> callerOf(String token) {
        return callerOf(token, null);
    }

    @Override
    public Optional<Caller> callerOf(String token, @Nullable HttpServletRequest request) {
        try {
            var claims = checks.process(token, null);
            if (!confirmation.holds(claims, request)) {
                return Optional.empty();
            }
            var granted = Arrays.stream(claims.getStringClaim(SCOPE).split(" "))
                    .filter(scope -> !scope.isEmpty())
                    .collect(Collectors.toSet());
            var grant = claims.getStringClaim(GRANT);
            return grant == null
                    ? RegisteredApiClients.uuid(claims.getSubject())
                            .flatMap(clients::enabled)
                            .map(client -> principal(client, granted, null))
                    : ofPerson(grant, claims.getStringClaim(CLIENT), granted);
        } catch (ParseException | BadJOSEException | JOSEException wrong) {
            return Optional.empty();
        }
    }

    private Optional<Caller> ofPerson(String grantId, String clientId, Set<String> granted) {
        return RegisteredApiClients.uuid(grantId)
                .flatMap(grants::alive)
                .filter(grant -> grant.clientId().toString().equals(clientId))
                .filter(grant -> agreed.stands(grant.line().consentId()))
                .flatMap(grant -> clients.enabled(grant.clientId())
                        .map(client -> principal(client, granted, new OneLine(grant.line(), grant.byNetwork()))));
    }

    /** A scope that the client lost since opens nothing. */
    private static ClientPrincipal principal(ApiClient client, Set<String> granted, @Nullable OneLine line) {
        granted.retainAll(client.scopes());
        return new ClientPrincipal(client.operator(), client.id(), client.name(), client.kind(), granted, line);
    }
}
