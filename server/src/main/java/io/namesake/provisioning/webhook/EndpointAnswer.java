package io.namesake.provisioning.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An endpoint as its operator sees it, without the secret. */
@Schema(name = "WebhookEndpoint")
record EndpointAnswer(
        UUID id,
        String url,
        @Nullable String description,

        @Schema(description = "What it is told in; TMF641, TMF638 and TMF637 are listeners of TM Forum's hubs")
        EndpointForm form,

        @Schema(example = "[\"line.activated\"]", description = "Of CloudEvents; none where the form is another")
        List<String> eventTypes,

        Instant createdAt,

        @Schema(description = "When it last answered a challenge; null before, while nothing is sent to it") @Nullable
        Instant verifiedAt,

        @Schema(description = "When it answered 410 Gone, since when nothing is sent to it; null while it is in use")
        @Nullable
        Instant disabledAt,

        @Schema(description = "Until when events are signed with the previous secret, too; null when there is none")
        @Nullable
        Instant previousSecretUntil) {

    static EndpointAnswer of(WebhookEndpoint endpoint) {
        return new EndpointAnswer(
                endpoint.id(),
                endpoint.url(),
                endpoint.description().orElse(null),
                endpoint.form(),
                endpoint.eventTypes().stream().map(EventType::wireName).toList(),
                endpoint.createdAt(),
                endpoint.verifiedAt().orElse(null),
                endpoint.disabledAt().orElse(null),
                endpoint.previousSecretUntil().orElse(null));
    }
}
