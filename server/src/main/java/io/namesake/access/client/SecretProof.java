package io.namesake.access.client;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Checks clients' secrets as Spring does, but takes as long over a client that is unknown, disabled or has no secret as over a wrong secret: one
 * hash each. Otherwise the time would say which clients there are.
 */
@Component
class SecretProof implements AuthenticationProvider {
    /** Of no secret, with the parameters of {@link TokenEndpoint}. */
    private static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$bmFtZXNha2Utbm9ib2R5cw$PxQCVuoJ6e8K1p1yWl9O0mFzJ5uTtqz8m5uCyq1d9hU";

    private final RegisteredApiClients clients;
    private final PasswordEncoder hashes;
    private final ClientSecretAuthenticationProvider spring;

    SecretProof(RegisteredApiClients clients, Grants grants, PasswordEncoder hashes) {
        this.clients = clients;
        this.hashes = hashes;
        this.spring = new ClientSecretAuthenticationProvider(clients, grants);
        spring.setPasswordEncoder(hashes);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return spring.supports(authentication);
    }

    @Override
    public @Nullable Authentication authenticate(Authentication given) {
        var shown = (OAuth2ClientAuthenticationToken) given;
        var method = shown.getClientAuthenticationMethod();
        if (!ClientAuthenticationMethod.CLIENT_SECRET_BASIC.equals(method)
                && !ClientAuthenticationMethod.CLIENT_SECRET_POST.equals(method)) {
            return null;
        }
        var client = clients.findByClientId(String.valueOf(shown.getPrincipal()));
        if (client == null || client.getClientSecret() == null) {
            hashes.matches(String.valueOf(shown.getCredentials()), NOBODYS);
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return spring.authenticate(given);
    }
}
