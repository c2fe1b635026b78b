package io.namesake.provisioning.webhook;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an operator asks for. */
@Schema(name = "NewWebhookEndpoint")
record NewEndpoint(
        @Schema(
                description =
                        "An https URL of at most 2,048 characters, without user and password, of a public address or one in"
                                + " a network that this server's configuration allows, which may be http, too",
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "https://switch.example.net/namesake")
        @Nullable
        String url,

        @Schema(description = "For the operator's own use, at most 200 characters") @Nullable
        String description,

        @Schema(
                description =
                        "Which events to send, such as line.activated (or io.namesake.line.activated.v1). All of them"
                                + " where it is left out",
                example = "[\"line.activated\"]")
        @Nullable
        List<@Nullable String> eventTypes) {
    private static final int LONGEST_DESCRIPTION = 200;

    EndpointUrl parsedUrl() {
        if (url == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The url is missing.");
        }
        return EndpointUrl.parse(url);
    }

    Optional<String> boundedDescription() {
        if (description != null && (description.length() > LONGEST_DESCRIPTION || description.indexOf(0) >= 0)) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID,
                    "The description must be text of at most " + LONGEST_DESCRIPTION + " characters.");
        }
        return Optional.ofNullable(description);
    }

    Set<EventType> parsedEventTypes() {
        return EventTypes.parse(eventTypes, ProblemType.WEBHOOK_ENDPOINT_INVALID);
    }
}
