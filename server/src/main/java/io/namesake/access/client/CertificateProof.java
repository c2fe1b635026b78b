package io.namesake.access.client;

import io.namesake.access.certificate.Authorities;
import io.namesake.access.certificate.ClientCertificate;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Holds a client's certificate against what was registered for it. Spring's own provider fetches a self-signed certificate from an
 * address of the client's; here nothing is fetched.
 */
@Component
class CertificateProof implements AuthenticationProvider {
    private final ApiClientTable clients;
    private final RegisteredApiClients registered;
    private final ProofKeys proofKeys;
    private final Authorities authorities;
    private final Clock clock;

    CertificateProof(
            ApiClientTable clients,
            RegisteredApiClients registered,
            ProofKeys proofKeys,
            Authorities authorities,
            Clock clock) {
        this.clients = clients;
        this.registered = registered;
        this.proofKeys = proofKeys;
        this.authorities = authorities;
        this.clock = clock;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public @Nullable Authentication authenticate(Authentication given) {
        var shown = (OAuth2ClientAuthenticationToken) given;
        if (!(shown.getCredentials() instanceof ClientCertificate certificate)) {
            return null;
        }
        var name = String.valueOf(shown.getPrincipal());
        var rule = RegisteredApiClients.uuid(name)
                .flatMap(clients::enabled)
                .map(ApiClient::certificates)
                .filter(known -> known.accepts(certificate, authorities, clock.instant()));
        var client = registered.findByClientId(name);
        if (rule.isEmpty() || client == null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        proofKeys.check(shown.getAdditionalParameters());
        return new OAuth2ClientAuthenticationToken(client, rule.get().method(), certificate);
    }
}
