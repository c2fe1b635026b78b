package io.namesake.provisioning.tmforum;

import io.namesake.access.OperatorPrincipal;
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

/** TMF641 Service Ordering 4.1: an order for a line is held until a person is verified for it. */
@TmForumApi
@RestController
@RequestMapping(ServiceOrderController.PATH)
@Tag(name = TmForumApi.TAG, description = TmForumApi.ABOUT)
class ServiceOrderController {
    static final String PATH = TmForumApi.ROOT + "/serviceOrdering/v4/serviceOrder";

    private final ServiceOrders orders;
    private final ServiceOrderTable table;
    private final OrderStandings standings;
    private final ServiceOrderJson json;

    ServiceOrderController(
            ServiceOrders orders, ServiceOrderTable table, OrderStandings standings, ServiceOrderJson json) {
        this.orders = orders;
        this.table = table;
        this.standings = standings;
        this.json = json;
    }

    @PostMapping
    @Operation(
            operationId = "createServiceOrder",
            summary = "Order a line, or another SIM for one (TMF641)",
            description =
                    "The answer's characteristic verificationLink is to be given to the person, and is shown only here. The order is"
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
                .body(json.placed(placed.order(), placed.application().captureLink()));
    }

    @GetMapping
    @Operation(
            operationId = "listServiceOrder",
            summary = "The operator's orders, the newest first (TMF641)",
            description = "Filter: externalId.")
    @Parameter(name = "offset", in = ParameterIn.QUERY, schema = @Schema(type = "integer", minimum = "0"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
    @Parameter(name = "fields", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "externalId", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
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
        var listing = Listing.of(query, Set.of("externalId"));
        var externalId = query.getFirst("externalId");
        var found = table.page(operator.operatorId(), externalId, listing.offset(), listing.limit()).stream()
                .map(order -> json.order(order, standings.of(order)))
                .toList();
        return listing.answer(found, table.count(operator.operatorId(), externalId));
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
}
