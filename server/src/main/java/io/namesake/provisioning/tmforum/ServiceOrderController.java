package io.namesake.provisioning.tmforum;

import io.namesake.access.OperatorPrincipal;
import io.namesake.provisioning.tmforum.ServiceOrderTable.Asked;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** TMF641 Service Ordering 4.1: an order for a line is held until a person is verified for it. */
@TmForumApi
@RestController
@RequestMapping(ServiceOrderController.PATH)
@Tag(name = TmForumApi.TAG, description = TmForumApi.ABOUT)
class ServiceOrderController {
    static final String PATH = TmForumApi.ROOT + "/serviceOrdering/v4/serviceOrder";

    private final ServiceOrders orders;
    private final OrderChanges changes;
    private final ServiceOrderTable table;
    private final OrderStandings standings;
    private final ServiceOrderJson json;

    ServiceOrderController(
            ServiceOrders orders,
            OrderChanges changes,
            ServiceOrderTable table,
            OrderStandings standings,
            ServiceOrderJson json) {
        this.changes = changes;
        this.orders = orders;
        this.table = table;
        this.standings = standings;
        this.json = json;
    }

    @PostMapping
    @Operation(
            operationId = "createServiceOrder",
            summary = "Order lines, or other SIMs for them (TMF641)",
            description =
                    "Each item's characteristic verificationLink is to be given to its person, and is shown only here. The item is"
                            + " held until that person is verified.")
    @ApiResponse(
            responseCode = "201",
            description = "The order is acknowledged, and held from now on",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = TmForumShapes.Order.class)))
    ResponseEntity<ObjectNode> place(
            @Parameter(hidden = true) OperatorPrincipal operator, @RequestBody NewServiceOrder wanted) {
        var placed = orders.place(operator.operatorId(), wanted);
        return ResponseEntity.created(URI.create(PATH + "/" + placed.order().id()))
                .body(json.placed(placed.order(), placed.links()));
    }

    @GetMapping
    @Operation(
            operationId = "listServiceOrder",
            summary = "The operator's orders, the newest first (TMF641)",
            description =
                    "Filters: externalId, and state: the orders that stand so; one that has changed this moment may be missing.")
    @Paged
    @Parameter(name = "externalId", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            description = "Orders; none at the end",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            array = @ArraySchema(schema = @Schema(implementation = TmForumShapes.Order.class))))
    ResponseEntity<List<ObjectNode>> list(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        var listing = Listing.of(query, Set.of("externalId", "state"));
        var word = query.getFirst("state");
        var state = word == null ? Optional.<OrderState>empty() : OrderState.named(word);
        if (word != null && state.isEmpty()) {
            return listing.answer(List.of(), OptionalInt.of(0)); // a state in which no order of ours ever is
        }
        var which = new Asked(query.getFirst("externalId"), state.orElse(null), false);
        var found = table.page(operator.operatorId(), which, listing.offset(), listing.limit()).stream()
                .flatMap(order -> {
                    var standing = standings.of(order);
                    // Found by where it stood when it was last looked at; told by where it stands now.
                    return state.filter(asked -> asked != standing.state()).isPresent()
                            ? Stream.<ObjectNode>empty()
                            : Stream.of(json.order(order, standing));
                })
                .toList();
        return listing.answer(found, table.count(operator.operatorId(), which));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "retrieveServiceOrder", summary = "One order, as it stands (TMF641)")
    @ApiResponse(
            responseCode = "200",
            description = "The order",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = TmForumShapes.Order.class)))
    ObjectNode get(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String fields) {
        var order = orders.get(operator.operatorId(), id);
        return Listing.selected(json.order(order, standings.of(order)), Listing.fields(fields));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    @Operation(
            operationId = "patchServiceOrder",
            summary = "Change an order's own words, or cancel it or some of its items (TMF641)",
            description =
                    "A merge patch. description and externalId are replaced; state: cancelled cancels the order, serviceOrderItem: [{id,"
                            + " state: cancelled}] some of its items, until a person has submitted; afterwards it is `service-order-closed`.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = Patch.class)))
    @ApiResponse(responseCode = "200", description = "The order as it stands now")
    ObjectNode change(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @PathVariable UUID id,
            @RequestBody ObjectNode patch) {
        var order = changes.change(operator.operatorId(), id, OrderChange.parse(patch));
        return json.order(order, standings.of(order));
    }

    /** For the description of the API alone. */
    @Schema(name = "TmForumServiceOrderUpdate")
    record Patch(
            @Nullable String description,
            @Nullable String externalId,
            @Schema(allowableValues = "cancelled") @Nullable String state,
            @Nullable List<PatchedItem> serviceOrderItem) {}

    /** Likewise. */
    @Schema(name = "TmForumServiceOrderItemUpdate")
    record PatchedItem(
            String id,
            @Schema(allowableValues = "cancelled") String state) {}
}
