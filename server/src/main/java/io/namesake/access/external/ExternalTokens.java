package io.namesake.access.external;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.namesake.access.Caller;
import io.namesake.access.CredentialScheme;
import io.namesake.access.KnownClients;
import io.namesake.access.certificate.Confirmation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Access tokens that the issuer beside ours gave to programs (JWTs, as RFC 9068 says, or as older issuers do). One opens what the operator
 * gave to the program here, as far as its own scopes go; a program that nobody registered here is nobody.
 */
@Component
class ExternalTokens implements CredentialScheme {
    private static final Logger log = LoggerFactory.getLogger(ExternalTokens.class);
    private static final String PREFIX = "eyJ";
    private static final int LONGEST = 4096;
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int MOST_BYTES = 256 * 1024;

    private final OidcSettings settings;
    private final ExternalIssuer issuer;
    private final KnownClients clients;
    private final Confirmation confirmation;
    private final Clock clock;
    private final AtomicReference<@Nullable DefaultJWTProcessor<SecurityContext>> held = new AtomicReference<>();

    ExternalTokens(
            OidcSettings settings,
            ExternalIssuer issuer,
            KnownClients clients,
            Confirmation confirmation,
            Clock clock) {
        this.confirmation = confirmation;
        this.settings = settings;
        this.issuer = issuer;
        this.clients = clients;
        this.clock = clock;
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
        if (!settings.issuesAccessTokens()) {
            return Optional.empty();
        }
        try {
            var parsed = JWTParser.parse(token);
            // Nothing of it is believed yet; but what does not even claim to be of there is not worth asking for keys.
            if (!String.valueOf(settings.issuer())
                    .equals(parsed.getJWTClaimsSet().getIssuer())) {
                return Optional.empty();
            }
            var claims = checks().process(parsed, null);
            return confirmation.holds(claims, request)
                    ? clients.byExternalId(clientOf(claims), scopes(claims), Confirmation.isIn(claims))
                    : Optional.empty();
        } catch (ParseException | BadJOSEException | JOSEException wrong) {
            return Optional.empty();
        } catch (MalformedURLException | IllegalArgumentException | IllegalStateException unreachable) {
            log.warn("The issuer of programs' tokens cannot be asked for its configuration", unreachable);
            return Optional.empty();
        }
    }

    private DefaultJWTProcessor<SecurityContext> checks() throws MalformedURLException {
        var known = held.get();
        if (known != null) {
            return known;
        }
        var address = issuer.registration().getProviderDetails().getJwkSetUri();
        var keys = JWKSourceBuilder.create(
                        URI.create(String.valueOf(address)).toURL(),
                        new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES))
                .build();
        var fresh = new DefaultJWTProcessor<SecurityContext>();
        fresh.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"), JOSEObjectType.JWT, null));
        fresh.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.parse(settings.algorithm()), keys));
        fresh.setJWTClaimsSetVerifier(new AtOurTime());
        held.set(fresh);
        return fresh;
    }

    /** RFC 9068 says {@code client_id}; {@code azp} is what older issuers say. */
    private static String clientOf(JWTClaimsSet claims) throws ParseException {
        var client = claims.getStringClaim("client_id");
        return String.valueOf(client == null ? claims.getStringClaim("azp") : client);
    }

    private static Set<String> scopes(JWTClaimsSet claims) throws ParseException {
        var scopes = new LinkedHashSet<String>();
        if (claims.getClaim("scope") instanceof String text) {
            scopes.addAll(Arrays.asList(text.strip().split(" +")));
        } else if (claims.getClaim("scope") != null) {
            scopes.addAll(claims.getStringListClaim("scope"));
        }
        return scopes;
    }

    /** Nimbus' check of the claims, by the server's clock. */
    private final class AtOurTime extends DefaultJWTClaimsVerifier<SecurityContext> {
        AtOurTime() {
            super(
                    Set.of(String.valueOf(settings.audience())),
                    new JWTClaimsSet.Builder()
                            .issuer(String.valueOf(settings.issuer()))
                            .build(),
                    Set.of("sub", "exp", "scope"),
                    Set.of());
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
