package io.namesake.access.client;

import io.namesake.access.ClientKind;
import io.namesake.access.OperatorPrincipal;
import io.namesake.access.certificate.Authorities;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operator's list of programs that may call. */
@RestController
@RequestMapping("/v1/api-clients")
@Tag(
        name = "API clients",
        description = "Programs that get short access tokens at `/oauth2/token` (OAuth 2.1, client credentials)")
class ApiClientsController {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EXTERNAL_ID = 200;

    private final ApiClients clients;
    private final ApiClientTable table;

    private final Authorities authorities;

    ApiClientsController(ApiClients clients, ApiClientTable table, Authorities authorities) {
        this.clients = clients;
        this.table = table;
        this.authorities = authorities;
    }

    @Schema(name = "NewApiClient")
    record Wanted(
            @Schema(example = "Harbour Bank", maxLength = LONGEST_NAME) @Nullable
            String name,

            @Nullable ClientKind kind,
            @Nullable Set<String> scopes,

            @Schema(description = "For private_key_jwt: a JWK set of public keys. Without it a secret is made.")
            @Nullable
            Map<String, Object> keys,

            @Nullable ApiClientCertificates certificates,

            @Schema(
                    description =
                            "Whether it gets only tokens that are bound to a certificate, however it proves itself")
            @Nullable
            Boolean boundTokens,

            @Schema(
                    description =
                            "For a program of kind THIRD_PARTY that sends people here in their browsers: where they come back"
                                    + " to. https, or http to a loopback address; at most five; compared exactly.",
                    example = "[\"https://bank.example/callback\"]")
            @Nullable
            Set<String> redirectUris,

            @Schema(
                    description =
                            "For a program that brings tokens of the issuer beside ours: its `client_id` there. It gets neither"
                                    + " secret nor keys here.",
                    maxLength = LONGEST_EXTERNAL_ID)
            @Nullable
            String externalId) {}

    @Schema(name = "ApiClient")
    record Answer(
            @Schema(description = "The `client_id`") UUID id,
            String name,
            ClientKind kind,
            Set<String> scopes,
            boolean hasSecret,
            boolean hasKeys,
            @Nullable ApiClientCertificates certificates,
            boolean boundTokens,
            Set<String> redirectUris,
            @Nullable String externalId,
            Instant createdAt,
            @Nullable Instant disabledAt) {
        static Answer of(ApiClient client) {
            return new Answer(
                    client.id(),
                    client.name(),
                    client.kind(),
                    client.scopes(),
                    client.secretHash() != null,
                    client.keySet() != null,
                    ApiClientCertificates.of(client.certificates()),
                    client.boundTokens(),
                    client.redirectUris(),
                    client.externalId(),
                    client.createdAt(),
                    client.disabledAt());
        }
    }

    @Schema(name = "ApiClientCreated")
    record Created(
            Answer client,

            @Schema(
                    description = "Its `client_secret`, shown once; null when it proves itself otherwise",
                    example = "ncs_...")
            @Nullable
            String secret) {}

    @Schema(name = "ApiClientSecret")
    record Secret(
            @Schema(description = "The new `client_secret`, shown once", example = "ncs_...")
            String secret) {}

    @Schema(name = "ApiClients")
    record All(List<Answer> clients) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createApiClient",
            summary = "Register a program",
            description =
                    "A client of kind OPERATOR acts for the operator itself, one of kind THIRD_PARTY is somebody else's.")
    Created create(@Parameter(hidden = true) OperatorPrincipal operator, @RequestBody Wanted wanted) {
        var name = wanted.name() == null ? "" : wanted.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new Problem(ProblemType.REQUEST_INVALID, "A name of 1 to 100 printable characters is needed.");
        }
        if (wanted.kind() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The kind of the client is needed.");
        }
        var registered = clients.register(
                operator.operatorId(),
                name,
                wanted.kind(),
                wanted.scopes() == null ? Set.of() : wanted.scopes(),
                proof(wanted),
                RedirectUris.of(wanted.redirectUris()));
        return new Created(Answer.of(registered.client()), registered.secret());
    }

    private ApiClients.Proof proof(Wanted wanted) {
        if (wanted.keys() != null && wanted.certificates() != null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "A program proves itself by keys or by certificates.");
        }
        return new ApiClients.Proof(
                wanted.keys() == null ? null : ClientKeys.of(wanted.keys()),
                wanted.certificates() == null ? null : wanted.certificates().rule(authorities),
                externalId(wanted),
                Boolean.TRUE.equals(wanted.boundTokens()));
    }

    private static @Nullable String externalId(Wanted wanted) {
        var id = wanted.externalId();
        if (id != null
                && (wanted.keys() != null
                        || wanted.certificates() != null
                        || id.isBlank()
                        || id.length() > LONGEST_EXTERNAL_ID
                        || id.codePoints().anyMatch(Character::isISOControl))) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID,
                    "An external id has 1 to 200 printable characters, and neither keys nor certificates beside it.");
        }
        return id;
    }

    @GetMapping
    @Operation(operationId = "listApiClients", summary = "The operator's programs, the oldest first")
    All list(@Parameter(hidden = true) OperatorPrincipal operator) {
        return new All(table.of(operator.operatorId()).stream().map(Answer::of).toList());
    }

    @PostMapping("/{id}/secret")
    @Operation(
            operationId = "rotateApiClientSecret",
            summary = "Give a program another secret",
            description =
                    "The one before opens nothing any more. To change without a gap, register a second client first.")
    Secret rotate(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        return new Secret(clients.rotateSecret(operator.operatorId(), id));
    }

    @PutMapping("/{id}/keys")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "replaceApiClientKeys",
            summary = "Give a program other keys",
            description =
                    "A JWK set (RFC 7517) of public keys for private_key_jwt. To rotate, send the old and the new one.")
    void keys(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @PathVariable UUID id,
            @RequestBody Map<String, Object> jwkSet) {
        clients.replaceKeys(operator.operatorId(), id, ClientKeys.of(jwkSet));
    }

    @PutMapping("/{id}/certificates")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "replaceApiClientCertificates",
            summary = "Give a program other certificates",
            description = "For mutual TLS. Tokens that are bound to those of before stay good for their ten minutes.")
    void certificates(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @PathVariable UUID id,
            @RequestBody ApiClientCertificates wanted) {
        clients.replaceCertificates(operator.operatorId(), id, () -> wanted.rule(authorities));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "disableApiClient",
            summary = "Shut a program out",
            description = "It gets no token any more, and those that it has open nothing from now on.")
    void disable(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        clients.disable(operator.operatorId(), id);
    }
}
