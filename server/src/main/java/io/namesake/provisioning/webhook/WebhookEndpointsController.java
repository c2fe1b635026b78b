package io.namesake.provisioning.webhook;

import io.namesake.access.OperatorPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.provisioning.webhook.DeliveryHistory.DeliveryAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where an operator says what it wants to be told, and sees whether it was. */
@RestController
@RequestMapping("/v1/webhook-endpoints")
@Tag(
        name = "Webhooks",
        description =
                "CloudEvents about decisions and lines, signed in the form of Standard Webhooks 1.0.0: headers webhook-id,"
                        + " webhook-timestamp and webhook-signature, retried for three days until answered with 2xx")
class WebhookEndpointsController {
    private static final int MOST = 200;

    private final WebhookEndpoints endpoints;
    private final EndpointChallenge challenge;
    private final DeliveryHistory history;
    private final Clock clock;

    WebhookEndpointsController(
            WebhookEndpoints endpoints, EndpointChallenge challenge, DeliveryHistory history, Clock clock) {
        this.endpoints = endpoints;
        this.challenge = challenge;
        this.history = history;
        this.clock = clock;
    }

    @PostMapping
    @Operation(
            operationId = "createWebhookEndpoint",
            summary = "Ask to be told of events",
            description =
                    "The answer holds the secret that signatures are checked with. It is shown only here. The endpoint is"
                            + " asked at once to prove that it wants to be told (see verifyWebhookEndpoint); events are sent there once it has.")
    @ApiResponse(responseCode = "201", description = "From now on events are sent there, if verifiedAt says so")
    @ApiResponse(
            responseCode = "422",
            description = "webhook-endpoint-invalid: the URL or an event type cannot be used",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<NewEndpointAnswer> create(
            @Parameter(hidden = true) OperatorPrincipal operator, @RequestBody NewEndpoint wanted) {
        var created = endpoints.create(
                operator.operatorId(), wanted.parsedUrl(), wanted.boundedDescription(), wanted.parsedEventTypes());
        var location = URI.create("/v1/webhook-endpoints/" + created.endpoint().id());
        var result = challenge.verify(operator.operatorId(), created.endpoint());
        return ResponseEntity.created(location).body(NewEndpointAnswer.of(created, result, clock.instant()));
    }

    @GetMapping
    @Operation(operationId = "listWebhookEndpoints", summary = "The operator's endpoints, the oldest first")
    EndpointList list(@Parameter(hidden = true) OperatorPrincipal operator) {
        return new EndpointList(endpoints.of(operator.operatorId()).stream()
                .map(EndpointAnswer::of)
                .toList());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteWebhookEndpoint",
            summary = "Ask not to be told any more",
            description = "What was not delivered yet is not delivered any more, and the list of deliveries is gone.")
    @ApiResponse(responseCode = "204", description = "Nothing more is sent there")
    @ApiResponse(
            responseCode = "404",
            description = "webhook-endpoint-unknown",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    void delete(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        endpoints.delete(operator.operatorId(), id);
    }

    @GetMapping("/{id}/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "What was sent to an endpoint, the newest first, with every attempt")
    @ApiResponse(responseCode = "200", description = "The endpoint's deliveries")
    @ApiResponse(
            responseCode = "404",
            description = "webhook-endpoint-unknown",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    DeliveryList deliveries(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @PathVariable UUID id,
            @Parameter(description = "Answer with at most so many, 1 to 200") @RequestParam(defaultValue = "50")
                    int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The limit must be a number from 1 to " + MOST + ".");
        }
        endpoints.get(operator.operatorId(), id);
        return new DeliveryList(history.latest(id, limit));
    }

    @Schema(name = "WebhookEndpoints")
    record EndpointList(List<EndpointAnswer> endpoints) {}

    @Schema(name = "WebhookDeliveries")
    record DeliveryList(List<DeliveryAnswer> deliveries) {}
}
