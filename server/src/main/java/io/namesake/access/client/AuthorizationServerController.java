package io.namesake.access.client;

import io.namesake.access.OpenToAnyone;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

    AuthorizationServerController(Issuer issuer, SigningKeys keys) {
        this.issuer = issuer;
        this.keys = keys;
    }

    @GetMapping("/.well-known/oauth-authorization-server")
    @OpenToAnyone(because = "it says where to knock")
    @Operation(
            operationId = "getAuthorizationServerMetadata",
            summary = "Where and how an API client gets a token (RFC 8414)")
    Map<String, Object> metadata() {
        return Map.of(
                "issuer", issuer.name(),
                "token_endpoint", issuer.tokenEndpoint(),
                "jwks_uri", issuer.jwks(),
                "grant_types_supported", List.of("client_credentials"),
                "response_types_supported", List.of(),
                "token_endpoint_auth_methods_supported",
                        List.of("client_secret_basic", "client_secret_post", "private_key_jwt"),
                "token_endpoint_auth_signing_alg_values_supported",
                        ClientKeys.ALGORITHMS.stream()
                                .map(Object::toString)
                                .sorted()
                                .toList());
    }

    @GetMapping(Issuer.JWKS)
    @OpenToAnyone(because = "public keys are public")
    @Operation(operationId = "getTokenKeys", summary = "The public keys that check access tokens (RFC 7517)")
    Map<String, Object> keys() {
        return keys.all().toPublicJWKSet().toJSONObject();
    }
}
