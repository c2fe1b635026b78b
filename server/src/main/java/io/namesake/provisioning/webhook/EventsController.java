package io.namesake.provisioning.webhook;

import io.namesake.access.OpenToAnyone;
import io.namesake.access.OperatorPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What an operator was told, to be read again, and what the events' data look like. */
@RestController
@Tag(name = "Webhooks")
class EventsController {
    private static final int MOST = 500;

    private final EventLog log;
    private final EventCatalogue catalogue;

    EventsController(EventLog log, EventCatalogue catalogue) {
        this.log = log;
        this.catalogue = catalogue;
    }

    @GetMapping("/v1/events")
    @Operation(
            operationId = "listEvents",
            summary = "The operator's events in order, from a cursor on",
            description =
                    "For whoever missed some, or would rather ask than be told. Nothing before a cursor is ever added later. Kept as long"
                            + " as namesake.retention.deliveries says.")
    @ApiResponse(responseCode = "200", description = "The next events; fewer than the limit, or none, at the end")
    EventPage events(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @Parameter(
                            description =
                                    "The next of the page before, or an event's sequence; from the oldest kept where it is left out")
                    @RequestParam(required = false)
                    @Nullable
                    String after,
            @Parameter(description = "Only these types, such as line.activated")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> type,
            @Parameter(description = "Answer with at most so many, 1 to 500") @RequestParam(defaultValue = "100")
                    int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The limit must be a number from 1 to " + MOST + ".");
        }
        var types = EventTypes.parse(type == null ? null : List.copyOf(type), ProblemType.REQUEST_INVALID);
        var cursor = Optional.ofNullable(after).map(Cursor::parse);
        long last = log.last(operator.operatorId());
        long start = Cursor.start(cursor, log, operator.operatorId(), last);
        var found = log.read(operator.operatorId(), start, last, types, limit);
        boolean more = found.size() == limit && found.getLast().number() < last;
        return new EventPage(
                found.stream().map(entry -> catalogue.parse(entry.body())).toList(),
                CloudEvent.sequence(more ? found.getLast().number() : last),
                more);
    }

    @GetMapping(path = EventCatalogue.SCHEMAS + "{type}.json", produces = "application/schema+json")
    @OpenToAnyone(because = "a description of data, and no data")
    @Operation(operationId = "getEventSchema", summary = "The JSON Schema of the data of a type of events")
    @ApiResponse(
            responseCode = "200",
            description = "JSON Schema 2020-12",
            content = @Content(mediaType = "application/schema+json", schema = @Schema(type = "object")))
    ResponseEntity<ObjectNode> schema(@Parameter(example = "io.namesake.line.activated.v1") @PathVariable String type) {
        var schema = catalogue.schema(type).orElseThrow(() -> new Problem(ProblemType.NOT_FOUND));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(schema);
    }

    @Schema(name = "EventPage")
    record EventPage(
            List<CloudEvent> events,

            @Schema(description = "The cursor to read on from; good as long as the events after it are kept")
            String next,

            @Schema(description = "Whether there are more already")
            boolean more) {}
}
