package io.namesake.provisioning.webhook;

import io.namesake.access.OperatorPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where an operator asks to be told again. */
@RestController
@Tag(name = "Webhooks")
class ReplaysController {
    private final Replays replays;

    ReplaysController(Replays replays) {
        this.replays = replays;
    }

    @PostMapping("/v1/webhook/replays")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "replayEvents",
            summary = "Be told events again, from a cursor or a time on",
            description =
                    "Each is delivered with the id that it had, so a receiver that remembers ids takes it once. At most 1,000 events at a"
                            + " time: when more is true, ask again with after = next.")
    @ApiResponse(responseCode = "202", description = "They are on their way")
    ReplayAnswer replay(@Parameter(hidden = true) OperatorPrincipal operator, @RequestBody NewReplay wanted) {
        if ((wanted.after() == null) == (wanted.since() == null)) {
            throw new Problem(ProblemType.REQUEST_INVALID, "Give either after or since.");
        }
        var replayed = replays.replay(
                operator.operatorId(),
                wanted.endpointId(),
                Optional.ofNullable(wanted.after()).map(Cursor::parse),
                wanted.since(),
                EventTypes.parse(wanted.eventTypes(), ProblemType.REQUEST_INVALID));
        return new ReplayAnswer(replayed.deliveries(), replayed.next(), replayed.more());
    }

    @Schema(name = "NewWebhookReplay")
    record NewReplay(
            @Schema(description = "Only to this endpoint; to all active ones where it is left out") @Nullable
            UUID endpointId,

            @Schema(description = "The sequence of the last event that arrived, or 0", example = "0000000000000000042")
            @Nullable
            String after,

            @Schema(description = "From the events on that were noted at this time") @Nullable
            Instant since,

            @Schema(description = "Only these types; all where it is left out", example = "[\"line.activated\"]")
            @Nullable
            List<@Nullable String> eventTypes) {}

    @Schema(name = "WebhookReplay")
    record ReplayAnswer(
            @Schema(description = "How many deliveries this makes")
            int deliveries,

            @Schema(description = "The cursor up to which events are delivered again")
            String next,

            @Schema(description = "Whether there are more after it")
            boolean more) {}
}
