package io.namesake.provisioning.tmforum;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.namesake.access.OperatorPrincipal;
import io.namesake.provisioning.tmforum.ServiceOrderTable.Asked;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** TMF641's task of cancelling an order, which is done at once or not at all. */
@TmForumApi
@RestController
@RequestMapping(CancelServiceOrderController.PATH)
@Tag(name = TmForumApi.TAG)
class CancelServiceOrderController {
    static final String PATH = TmForumApi.ROOT + "/serviceOrdering/v4/cancelServiceOrder";

    private final OrderChanges orders;
    private final ServiceOrderTable table;
    private final CancellationJson json;

    CancelServiceOrderController(OrderChanges orders, ServiceOrderTable table, CancellationJson json) {
        this.orders = orders;
        this.table = table;
        this.json = json;
    }

    @Schema(name = "TmForumCancelServiceOrderCreate")
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Wanted(
            @Schema(description = "1 to 100 printable ASCII characters") @Nullable
            String cancellationReason,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            OrderRef serviceOrder) {

        UUID order() {
            try {
                return UUID.fromString(serviceOrder == null || serviceOrder.id() == null ? "" : serviceOrder.id());
            } catch (IllegalArgumentException e) {
                throw NewServiceOrder.invalid("serviceOrder.id is the id of an order.");
            }
        }

        @Nullable
        String boundedReason() {
            return cancellationReason == null
                    ? null
                    : NewServiceOrder.printable("The cancellationReason", cancellationReason);
        }
    }

    @Schema(name = "TmForumServiceOrderRef")
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OrderRef(@Nullable String id) {}

    @PostMapping
    @Operation(
            operationId = "createCancelServiceOrder",
            summary = "Cancel an order (TMF641)",
            description =
                    "Possible until a person has submitted for one of its items; afterwards it is `service-order-closed`. What was sent so far is erased, and the links open nothing any more.")
    @ApiResponse(
            responseCode = "201",
            description = "The order is cancelled",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = TmForumShapes.Cancellation.class)))
    ResponseEntity<ObjectNode> cancel(
            @Parameter(hidden = true) OperatorPrincipal operator, @RequestBody Wanted wanted) {
        var cancelled = orders.cancel(operator.operatorId(), wanted.order(), wanted.boundedReason());
        var body = json.cancellation(cancelled);
        return ResponseEntity.created(URI.create(body.get("href").asString())).body(body);
    }

    @GetMapping
    @Operation(
            operationId = "listCancelServiceOrder",
            summary = "The operator's orders that were cancelled, the newest first (TMF641)")
    @Paged
    @ApiResponse(
            responseCode = "200",
            description = "Cancellations; none at the end",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            array = @ArraySchema(schema = @Schema(implementation = TmForumShapes.Cancellation.class))))
    ResponseEntity<List<ObjectNode>> list(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        var listing = Listing.of(query, Set.of());
        var which = new Asked(null, null, true);
        var found = table.page(operator.operatorId(), which, listing.offset(), listing.limit()).stream()
                .map(json::cancellation)
                .toList();
        return listing.answer(found, table.count(operator.operatorId(), which));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "retrieveCancelServiceOrder", summary = "That an order was cancelled (TMF641)")
    @ApiResponse(
            responseCode = "200",
            description = "The cancellation",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = TmForumShapes.Cancellation.class)))
    ObjectNode get(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        return json.cancellation(orders.cancelled(operator.operatorId(), id));
    }
}
