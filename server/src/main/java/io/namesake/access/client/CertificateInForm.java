package io.namesake.access.client;

import io.namesake.access.certificate.ClientCertificates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Finds a client that comes with a certificate and its {@code client_id} alone (RFC 8705, clause 2); any other proof comes first. */
final class CertificateInForm implements AuthenticationConverter {
    /** Which of the two methods it is depends on the client, who is not known yet. */
    static final ClientAuthenticationMethod METHOD = ClientAuthenticationMethod.TLS_CLIENT_AUTH;

    private final ClientCertificates certificates;

    CertificateInForm(ClientCertificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var named = request.getParameterValues("client_id");
        if (named == null
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || request.getParameter("client_secret") != null
                || request.getParameter("client_assertion") != null) {
            return null;
        }
        if (named.length != 1) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        return certificates
                .of(request)
                .map(certificate -> new OAuth2ClientAuthenticationToken(named[0], METHOD, certificate, code(request)))
                .orElse(null);
    }

    /** The code, and the key that belongs to it, where there are any. */
    private static Map<String, Object> code(HttpServletRequest request) {
        var code = new HashMap<String, Object>();
        for (var name : List.of(OAuth2ParameterNames.CODE, PkceParameterNames.CODE_VERIFIER)) {
            var value = request.getParameter(name);
            if (value != null) {
                code.put(name, value);
            }
        }
        return code;
    }
}
