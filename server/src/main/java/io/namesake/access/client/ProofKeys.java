package io.namesake.access.client;

import io.namesake.access.Digests;
import java.util.Map;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * Holds a code against the key with which it was asked for (RFC 7636, clause 4.6), for clients that prove themselves by certificate: Spring's
 * own check lies in its own proofs of clients.
 */
@Component
class ProofKeys {
    private static final OAuth2TokenType CODE = new OAuth2TokenType(OAuth2ParameterNames.CODE);

    private final Grants grants;

    ProofKeys(Grants grants) {
        this.grants = grants;
    }

    /**
     * @param request the parameters of the request for a token
     * @throws OAuth2AuthenticationException {@code invalid_grant}, when a code comes without the key or with another one
     */
    void check(Map<String, Object> request) {
        if (!(request.get(OAuth2ParameterNames.CODE) instanceof String code)) {
            return;
        }
        var authorization = grants.findByToken(code, CODE);
        if (authorization == null) {
            return; // whoever looks for it next says so
        }
        OAuth2AuthorizationRequest asked = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        var challenge = asked == null ? null : asked.getAdditionalParameters().get(PkceParameterNames.CODE_CHALLENGE);
        if (challenge == null
                || !(request.get(PkceParameterNames.CODE_VERIFIER) instanceof String key)
                || !challenge.equals(Digests.s256(key))) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }
}
