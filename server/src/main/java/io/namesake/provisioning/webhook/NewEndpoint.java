package io.namesake.provisioning.webhook;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an operator asks for. */
@Schema(name = "NewWebhookEndpoint")
record NewEndpoint(
        @Schema(
                description = "An http or https URL of at most 2,048 characters, without user and password",
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "https://switch.example.net/namesake")
        @Nullable
        String url,

        @Schema(description = "For the operator's own use, at most 200 characters") @Nullable
        String description,

        @Schema(
                description = "Which events to send: application.verified, application.refused, "
                        + "application.review-requested, line.activated. All of them where it is left out",
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
        if (eventTypes == null || eventTypes.isEmpty()) {
            return EnumSet.allOf(EventType.class);
        }
        var types = EnumSet.noneOf(EventType.class);
        for (var name : eventTypes) {
            types.add(Optional.ofNullable(name).flatMap(EventType::named).orElseThrow(NewEndpoint::unknownType));
        }
        return types;
    }

    private static Problem unknownType() {
        var known = Arrays.stream(EventType.values()).map(EventType::wireName).collect(Collectors.joining(", "));
        return new Problem(
                ProblemType.WEBHOOK_ENDPOINT_INVALID, "An event type is not known. There are: " + known + ".");
    }
}
