package io.namesake.provisioning.webhook;

import io.namesake.access.OperatorPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happens to an endpoint after it was made: proof that somebody wants to be told there, another URL, another secret. */
@RestController
@RequestMapping("/v1/webhook-endpoints/{id}")
@Tag(name = "Webhooks")
class EndpointChangesController {
    private final WebhookEndpoints endpoints;
    private final EndpointChallenge challenge;
    private final Clock clock;

    EndpointChangesController(WebhookEndpoints endpoints, EndpointChallenge challenge, Clock clock) {
        this.endpoints = endpoints;
        this.challenge = challenge;
        this.clock = clock;
    }

    @GetMapping
    @Operation(operationId = "getWebhookEndpoint", summary = "One endpoint")
    EndpointAnswer get(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        return EndpointAnswer.of(endpoints.get(operator.operatorId(), id));
    }

    @PatchMapping
    @Operation(
            operationId = "changeWebhookEndpoint",
            summary = "Change an endpoint",
            description = "Another URL is asked the challenge first; when it does not answer, nothing is changed.")
    @ApiResponse(responseCode = "200", description = "It is so from now on")
    EndpointAnswer change(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @PathVariable UUID id,
            @RequestBody EndpointChange change) {
        var endpoint = endpoints.get(operator.operatorId(), id);
        var moves = change.parsedUrl().filter(url -> !url.toString().equals(endpoint.url()));
        // Checked before anybody is called.
        change.appliedTo(endpoint, endpoint.verifiedAt());
        Optional<Instant> verifiedAt = endpoint.verifiedAt();
        if (moves.isPresent()) {
            endpoints.requireCallable(moves.get());
            requirePassed(challenge.ask(operator.operatorId(), id, moves.get().uri()));
            verifiedAt = Optional.of(clock.instant());
        }
        endpoints.change(operator.operatorId(), change.appliedTo(endpoint, verifiedAt));
        return get(operator, id);
    }

    @PostMapping("/verification")
    @Operation(
            operationId = "verifyWebhookEndpoint",
            summary = "Ask the endpoint to prove that it wants to be told",
            description =
                    "Sends the event io.namesake.webhook.verification.v1, to be answered with 2xx and {\"challenge\": \"<the same text>\"}."
                            + " An endpoint that had answered 410 Gone is told events again.")
    @ApiResponse(responseCode = "200", description = "It answered; from now on events are sent there")
    EndpointAnswer verify(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        requirePassed(challenge.verify(operator.operatorId(), endpoints.get(operator.operatorId(), id)));
        return get(operator, id);
    }

    @PostMapping("/secret")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give the endpoint a new secret",
            description =
                    "Events are signed with the new and the old secret until the overlap ends. The new one is shown only here.")
    @ApiResponse(responseCode = "200", description = "Events are signed with the new secret from now on")
    NewSecretAnswer rotate(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @PathVariable UUID id,
            @RequestBody SecretRotation rotation) {
        Duration overlap = rotation.overlap();
        var secret = endpoints.rotate(operator.operatorId(), id, overlap);
        return new NewSecretAnswer(
                secret.serialised(),
                overlap.isZero()
                        ? null
                        : endpoints
                                .get(operator.operatorId(), id)
                                .previousSecretUntil()
                                .orElse(null));
    }

    private static void requirePassed(EndpointChallenge.Result result) {
        result.error().ifPresent(error -> {
            throw new Problem(
                    ProblemType.WEBHOOK_ENDPOINT_NOT_VERIFIED, "It did not answer the challenge: " + error + ".");
        });
    }
}
