package io.namesake.provisioning.webhook;

import io.namesake.access.OperatorPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.provisioning.webhook.DeadLetterTable.DeadLetter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Deliveries that were given up, to look at, deliver anew or drop. What an event says of a line is not shown here. */
@RestController
@RequestMapping("/v1/webhook-endpoints/{id}/dead-letters")
@Tag(name = "Webhooks")
class DeadLettersController {
    private static final int MOST = 200;

    private final DeadLetters letters;
    private final JsonMapper json;

    DeadLettersController(DeadLetters letters, JsonMapper json) {
        this.letters = letters;
        this.json = json;
    }

    @GetMapping
    @Operation(operationId = "listDeadLetters", summary = "What could not be delivered, the oldest first")
    DeadLetterList list(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @PathVariable UUID id,
            @Parameter(description = "The eventId of the last one of the page before")
                    @RequestParam(required = false)
                    @Nullable
                    String after,
            @Parameter(description = "Answer with at most so many, 1 to 200") @RequestParam(defaultValue = "50")
                    int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The limit must be a number from 1 to " + MOST + ".");
        }
        return new DeadLetterList(letters.list(operator.operatorId(), id, after, limit).stream()
                .map(this::answer)
                .toList());
    }

    @GetMapping("/{eventId}")
    @Operation(operationId = "getDeadLetter", summary = "One of them")
    @ApiResponse(responseCode = "200", description = "What was to be delivered, without its data")
    DeadLetterAnswer get(
            @Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id, @PathVariable String eventId) {
        return answer(letters.get(operator.operatorId(), id, eventId));
    }

    @PostMapping("/redelivery")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "redeliverDeadLetters", summary = "Begin anew with all of them")
    @ApiResponse(responseCode = "202", description = "They are on their way, with the ids that they had")
    Redelivery redeliverAll(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        return new Redelivery(letters.redeliver(operator.operatorId(), id, null));
    }

    @PostMapping("/{eventId}/redelivery")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "redeliverDeadLetter", summary = "Begin anew with one of them")
    @ApiResponse(responseCode = "202", description = "It is on its way, with the id that it had")
    Redelivery redeliver(
            @Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id, @PathVariable String eventId) {
        return new Redelivery(letters.redeliver(operator.operatorId(), id, eventId));
    }

    @DeleteMapping("/{eventId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "dropDeadLetter",
            summary = "Drop one of them",
            description =
                    "It is not delivered, which the audit log says. It can still be read and replayed while events are kept.")
    @ApiResponse(responseCode = "204", description = "It is no dead letter any more")
    void drop(
            @Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id, @PathVariable String eventId) {
        letters.drop(operator.operatorId(), id, eventId);
    }

    private DeadLetterAnswer answer(DeadLetter letter) {
        var about = DeadLetterSubject.of(json.readTree(letter.body()));
        return new DeadLetterAnswer(
                letter.eventId(),
                letter.type(),
                about.subject(),
                about.time(),
                about.sequence(),
                about.dataschema(),
                letter.failures(),
                letter.lastAt(),
                letter.httpStatus(),
                letter.error());
    }

    @Schema(name = "DeadLetters")
    record DeadLetterList(List<DeadLetterAnswer> deadLetters) {}

    @Schema(name = "DeadLetter")
    record DeadLetterAnswer(
            String eventId,
            @Schema(example = "line.activated") String type,

            @Schema(description = "The id of the line, the application or the order")
            String subject,

            @Schema(description = "When it happened") Instant time,
            @Nullable String sequence,
            @Nullable String dataschema,

            @Schema(description = "How many attempts failed")
            int failures,

            @Nullable Instant lastAttemptAt,
            @Nullable Integer lastHttpStatus,
            @Nullable String lastError) {}

    @Schema(name = "Redelivery")
    record Redelivery(
            @Schema(description = "How many are on their way")
            int deliveries) {}
}
