package io.namesake.access.client;

import io.namesake.access.OpenToAnyone;
import io.namesake.access.certificate.Authorities;
import io.namesake.access.certificate.ClientCertificates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the authorization server says of itself. */
@RestController
@Tag(name = "API clients")
class AuthorizationServerController {
    private final Issuer issuer;
    private final SigningKeys keys;
    private final ClientCertificates certificates;
    private final Authorities authorities;

    AuthorizationServerController(
            Issuer issuer, SigningKeys keys, ClientCertificates certificates, Authorities authorities) {
        this.issuer = issuer;
        this.keys = keys;
        this.certificates = certificates;
        this.authorities = authorities;
    }

    @GetMapping("/.well-known/oauth-authorization-server")
    @OpenToAnyone(because = "it says where to knock")
    @Operation(
            operationId = "getAuthorizationServerMetadata",
            summary = "Where and how an API client gets a token (RFC 8414; with certificates RFC 8705)")
    Map<String, Object> metadata() {
        var said = new LinkedHashMap<String, Object>();
        said.put("issuer", issuer.name());
        said.put("token_endpoint", issuer.tokenEndpoint());
        said.put("jwks_uri", issuer.jwks());
        said.put("grant_types_supported", List.of("client_credentials"));
        said.put("response_types_supported", List.of());
        said.put("token_endpoint_auth_methods_supported", methods());
        said.put(
                "token_endpoint_auth_signing_alg_values_supported",
                ClientKeys.ALGORITHMS.stream().map(Object::toString).sorted().toList());
        said.put("tls_client_certificate_bound_access_tokens", certificates.areSeen());
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

    @GetMapping(Issuer.JWKS)
    @OpenToAnyone(because = "public keys are public")
    @Operation(operationId = "getTokenKeys", summary = "The public keys that check access tokens (RFC 7517)")
    Map<String, Object> keys() {
        return keys.all().toPublicJWKSet().toJSONObject();
    }
}
