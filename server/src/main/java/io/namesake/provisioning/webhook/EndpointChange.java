package io.namesake.provisioning.webhook;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What shall be another way from now on; what is left out stays. */
@Schema(name = "WebhookEndpointChange")
record EndpointChange(
        @Schema(
                description =
                        "Takes effect once a challenge was answered there; until then everything goes on as before",
                example = "https://switch.example.net/namesake")
        @Nullable
        String url,

        @Schema(description = "At most 200 characters; empty to have none") @Nullable
        String description,

        @Schema(description = "All of them where the list is empty", example = "[\"line.activated\"]") @Nullable
        List<@Nullable String> eventTypes) {

    Optional<EndpointUrl> parsedUrl() {
        return url == null ? Optional.empty() : Optional.of(EndpointUrl.parse(url));
    }

    WebhookEndpoint appliedTo(WebhookEndpoint endpoint, Optional<Instant> verifiedAt) {
        if (eventTypes != null && endpoint.form() != EndpointForm.CLOUDEVENTS) {
            throw new Problem(
                    ProblemType.WEBHOOK_ENDPOINT_INVALID,
                    "It is told in the form of TM Forum; what of, is chosen anew at the hub.");
        }
        var wanted = new NewEndpoint(url, description, eventTypes);
        Set<EventType> types = eventTypes == null ? endpoint.eventTypes() : wanted.parsedEventTypes();
        return new WebhookEndpoint(
                endpoint.id(),
                url == null ? endpoint.url() : wanted.parsedUrl().toString(),
                description == null
                        ? endpoint.description()
                        : wanted.boundedDescription().filter(text -> !text.isEmpty()),
                endpoint.form(),
                types,
                endpoint.createdAt(),
                verifiedAt,
                endpoint.disabledAt(),
                endpoint.previousSecretUntil());
    }
}
