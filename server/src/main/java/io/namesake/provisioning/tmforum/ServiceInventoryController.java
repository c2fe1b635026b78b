package io.namesake.provisioning.tmforum;

import io.namesake.access.OperatorPrincipal;
import io.namesake.provisioning.tmforum.Inventory.ByStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** TMF638 Service Inventory 5.0, to read: each line is a service. */
@TmForumApi
@RestController
@RequestMapping(ServiceInventoryController.PATH)
@Tag(name = TmForumApi.TAG, description = TmForumApi.ABOUT)
class ServiceInventoryController {
    static final String PATH = TmForumApi.ROOT + "/serviceInventory/v5/service";

    private static final List<ByStatus> FILTERS = List.of(
            new ByStatus("state", InventoryStates::service),
            new ByStatus("operatingStatus", InventoryStates::operating));

    private final Inventory inventory;
    private final InventoryJson json;

    ServiceInventoryController(Inventory inventory, InventoryJson json) {
        this.inventory = inventory;
        this.json = json;
    }

    @GetMapping
    @Operation(
            operationId = "listService",
            summary = "The operator's lines as services (TMF638)",
            description =
                    "In the order of their names. Filters: state, operatingStatus, serviceType, name. X-Total-Count is there up to 100,000.")
    @Paged
    @Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "operatingStatus", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "serviceType", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "name", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            description = "Services; none at the end",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            array = @ArraySchema(schema = @Schema(implementation = TmForumShapes.Service.class))))
    ResponseEntity<List<ObjectNode>> list(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        return inventory.list(operator.operatorId(), query, FILTERS, json::service);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "retrieveService", summary = "One line as a service (TMF638)")
    @ApiResponse(
            responseCode = "200",
            description = "The service",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = TmForumShapes.Service.class)))
    ObjectNode get(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String fields) {
        return Listing.selected(json.service(inventory.line(operator.operatorId(), id)), Listing.fields(fields));
    }
}
