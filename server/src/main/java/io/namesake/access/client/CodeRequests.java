package io.namesake.access.client;

import io.namesake.access.AgreedLines;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.stereotype.Component;

/**
 * Spring Authorization Server's own check of a request for a code, with our rules. It gives a code where an {@link Agreement} stands
 * behind the request, and otherwise keeps the request for its person to answer.
 */
@Component
class CodeRequests implements AuthenticationManager {
    private final OAuth2AuthorizationCodeRequestAuthenticationProvider spring;

    CodeRequests(RegisteredApiClients clients, Grants grants, AgreedLines agreed) {
        spring = new OAuth2AuthorizationCodeRequestAuthenticationProvider(clients, grants, new KeptElsewhere());
        spring.setAuthenticationValidator(new CodeRequestRules(agreed));
        spring.setAuthorizationConsentRequired(
                context -> !(agreement(context.getAuthentication()) instanceof Agreement));
    }

    @Override
    public Authentication authenticate(Authentication request) {
        return spring.authenticate(request);
    }

    /** Who stands behind a request, where it is an {@link Agreement}; any other object otherwise. */
    static @Nullable Object agreement(Authentication request) {
        return request.getPrincipal() instanceof Authentication behind ? behind.getPrincipal() : null;
    }

    /** Consents are the holder's, about lines, and in another module. */
    private static final class KeptElsewhere implements OAuth2AuthorizationConsentService {
        @Override
        public void save(OAuth2AuthorizationConsent consent) {
            throw new UnsupportedOperationException("Consents are not kept here");
        }

        @Override
        public void remove(OAuth2AuthorizationConsent consent) {
            throw new UnsupportedOperationException("Consents are not kept here");
        }

        @Override
        public @Nullable OAuth2AuthorizationConsent findById(String client, String person) {
            return null;
        }
    }
}
