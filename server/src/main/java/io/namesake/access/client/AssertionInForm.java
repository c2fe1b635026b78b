package io.namesake.access.client;

import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Finds a client's assertion in the form (RFC 7521, clause 4.2). Unlike the library's own reader it does not insist on {@code client_id},
 * which that clause makes optional: the assertion names the client itself.
 */
final class AssertionInForm implements AuthenticationConverter {
    private static final ClientAuthenticationMethod METHOD =
            new ClientAuthenticationMethod("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var types = request.getParameterValues("client_assertion_type");
        var assertions = request.getParameterValues("client_assertion");
        if (types == null && assertions == null) {
            return null;
        }
        if (types == null
                || types.length != 1
                || !METHOD.getValue().equals(types[0])
                || assertions == null
                || assertions.length != 1
                || assertions[0].length() > ClientAssertions.LONGEST) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        var client = subjectOf(assertions[0]);
        var named = request.getParameter("client_id");
        if (client == null || (named != null && !named.equals(client))) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, METHOD, assertions[0], form(request));
    }

    /** The rest of the form: the library finds a code and its verifier there (RFC 7636), and checks one against the other. */
    private static Map<String, Object> form(HttpServletRequest request) {
        var form = new HashMap<String, Object>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length != 1) {
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
            }
            form.put(name, values[0]);
        });
        return form;
    }

    /** Not believed yet: it only says whose keys to check the signature with. */
    private static @Nullable String subjectOf(String assertion) {
        try {
            return SignedJWT.parse(assertion).getJWTClaimsSet().getSubject();
        } catch (ParseException e) {
            return null;
        }
    }
}
