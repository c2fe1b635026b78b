package io.namesake.access.client;

import static java.util.Map.entry;

import io.namesake.access.AgreedLines;
import io.namesake.access.ClientKind;
import io.namesake.access.OpenToAnyone;
import io.namesake.access.certificate.Authorities;
import io.namesake.access.certificate.ClientCertificates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the authorization server says of itself. */
@RestController
@Tag(name = "API clients")
class AuthorizationServerController {
    private final Issuer issuer;
    private final SigningKeys keys;
    private final KnownScopes scopes;
    private final AgreedLines agreed;
    private final ClientCertificates certificates;
    private final Authorities authorities;

    AuthorizationServerController(
            Issuer issuer,
            SigningKeys keys,
            KnownScopes scopes,
            AgreedLines agreed,
            ClientCertificates certificates,
            Authorities authorities) {
        this.issuer = issuer;
        this.keys = keys;
        this.scopes = scopes;
        this.agreed = agreed;
        this.certificates = certificates;
        this.authorities = authorities;
    }

    @GetMapping("/.well-known/oauth-authorization-server")
    @OpenToAnyone(because = "it says where to knock")
    @Operation(
            operationId = "getAuthorizationServerMetadata",
            summary = "Where and how an API client gets a token (RFC 8414; with certificates RFC 8705)")
    Map<String, Object> metadata() {
        var said = new TreeMap<String, Object>(Map.ofEntries(
                entry("issuer", issuer.name()),
                entry("authorization_endpoint", issuer.authorizationEndpoint()),
                entry("token_endpoint", issuer.tokenEndpoint()),
                entry("jwks_uri", issuer.jwks()),
                entry("grant_types_supported", List.of("authorization_code", "client_credentials", "refresh_token")),
                entry("response_types_supported", List.of("code")),
                entry("response_modes_supported", List.of("query")),
                entry("code_challenge_methods_supported", List.of("S256")),
                entry("authorization_response_iss_parameter_supported", true),
                entry("request_parameter_supported", true),
                entry("request_uri_parameter_supported", false),
                entry("request_object_signing_alg_values_supported", ClientKeys.names()),
                entry("prompt_values_supported", List.of("none", "login", "consent")),
                entry("token_endpoint_auth_methods_supported", methods()),
                entry("token_endpoint_auth_signing_alg_values_supported", ClientKeys.names()),
                entry("tls_client_certificate_bound_access_tokens", certificates.areSeen())));
        issuer.tokenEndpointForCertificates()
                .ifPresent(endpoint -> said.put("mtls_endpoint_aliases", Map.of("token_endpoint", endpoint)));
        return said;
    }

    private List<String> methods() {
        var methods = new ArrayList<>(List.of("client_secret_basic", "client_secret_post", "private_key_jwt"));
        if (certificates.areSeen()) {
            methods.add("self_signed_tls_client_auth");
            if (authorities.exist()) {
                methods.add("tls_client_auth");
            }
        }
        return methods;
    }

    @GetMapping("/.well-known/openid-configuration")
    @OpenToAnyone(because = "it says where to knock")
    @Operation(
            operationId = "getOpenIdConfiguration",
            summary = "The same, with what OpenID Connect adds (OpenID Connect Discovery)")
    Map<String, Object> openId() {
        var said = new TreeMap<>(metadata());
        said.put("subject_types_supported", List.of("pairwise"));
        said.put("id_token_signing_alg_values_supported", List.of("ES256"));
        said.put("claims_supported", List.of("iss", "sub", "aud", "exp", "iat", "nonce", "azp", "amr", "auth_time"));
        var all = scopes.of(ClientKind.THIRD_PARTY);
        all.addAll(agreed.purposes());
        all.add(OidcScopes.OPENID);
        all.add(RegisteredApiClients.OFFLINE);
        said.put("scopes_supported", all);
        return said;
    }

    @GetMapping(Issuer.JWKS)
    @OpenToAnyone(because = "public keys are public")
    @Operation(operationId = "getTokenKeys", summary = "The public keys that check access tokens (RFC 7517)")
    Map<String, Object> keys() {
        return keys.all().toPublicJWKSet().toJSONObject();
    }
}
