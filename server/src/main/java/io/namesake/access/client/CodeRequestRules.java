package io.namesake.access.client;

import io.namesake.access.AgreedLines;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;

/**
 * What a request for a code must be, beside what the library checks itself (kind of grant, PKCE by S256): the redirect URI exactly as
 * registered; exactly one purpose and at least one thing to ask (CAMARA Security and Interoperability Profile); bounded; and where
 * nobody may be asked anything, an agreement behind it already.
 */
final class CodeRequestRules implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {
    private static final int LONGEST_STATE = 1000;
    private static final int LONGEST_NONCE = 300;
    /** Base64url of a SHA-256. */
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final AgreedLines agreed;

    CodeRequestRules(AgreedLines agreed) {
        this.agreed = agreed;
    }

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        if (request.getRedirectUri() == null
                || !context.getRegisteredClient().getRedirectUris().contains(request.getRedirectUri())) {
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, null);
        }
        OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_SCOPE_VALIDATOR.accept(context);
        var wanted = RegisteredApiClients.ofOperations(request.getScopes());
        if (wanted.isEmpty() || purposes(request.getScopes()).size() != 1) {
            throw refused(OAuth2ErrorCodes.INVALID_SCOPE, request);
        }
        if (!isText(request.getState(), LONGEST_STATE)
                || !isText(given(request, OidcParameterNames.NONCE), LONGEST_NONCE)
                || !isChallenge(given(request, PkceParameterNames.CODE_CHALLENGE))) {
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, request);
        }
        var behind = CodeRequests.agreement(request);
        if (!(behind instanceof Agreement) && isSilent(request, wanted)) {
            throw refused(behind == BrowserRequests.KNOWN_LINE ? "consent_required" : "login_required", request);
        }
    }

    static List<String> purposes(Set<String> scopes) {
        return scopes.stream()
                .filter(scope -> scope.startsWith(RegisteredApiClients.PURPOSE))
                .toList();
    }

    /** Number Verification implies {@code prompt=none} where a request says nothing of it. */
    private boolean isSilent(OAuth2AuthorizationCodeRequestAuthenticationToken request, Set<String> wanted) {
        var prompt = given(request, "prompt");
        return prompt == null ? wanted.stream().anyMatch(agreed::silent) : prompt.equals("none");
    }

    private static @Nullable String given(OAuth2AuthorizationCodeRequestAuthenticationToken request, String name) {
        return (String) request.getAdditionalParameters().get(name);
    }

    /** PostgreSQL keeps no NUL, and RFC 6749 (appendix A.5) no control character at all. */
    private static boolean isText(@Nullable String text, int most) {
        return text == null || (text.length() <= most && text.codePoints().noneMatch(Character::isISOControl));
    }

    /** One that is missing is the library's to refuse. */
    private static boolean isChallenge(@Nullable String challenge) {
        return challenge == null || CHALLENGE.matcher(challenge).matches();
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationException refused(
            String error, @Nullable OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        return new OAuth2AuthorizationCodeRequestAuthenticationException(new OAuth2Error(error), request);
    }
}
