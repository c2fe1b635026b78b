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

/** TMF637 Product Inventory 5.0, to read: each line is a product that its service realises. Whose it is, is not told. */
@TmForumApi
@RestController
@RequestMapping(ProductInventoryController.PATH)
@Tag(name = TmForumApi.TAG, description = TmForumApi.ABOUT)
class ProductInventoryController {
    static final String PATH = TmForumApi.ROOT + "/productInventory/v5/product";

    private static final List<ByStatus> FILTERS = List.of(new ByStatus("status", InventoryStates::product));

    private final Inventory inventory;
    private final InventoryJson json;

    ProductInventoryController(Inventory inventory, InventoryJson json) {
        this.inventory = inventory;
        this.json = json;
    }

    @GetMapping
    @Operation(
            operationId = "listProduct",
            summary = "The operator's lines as products (TMF637)",
            description =
                    "In the order of their names. Filters: status, serviceType, name. X-Total-Count is there up to 100,000.")
    @Paged
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "serviceType", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "name", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            description = "Products; none at the end",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            array = @ArraySchema(schema = @Schema(implementation = TmForumShapes.Product.class))))
    ResponseEntity<List<ObjectNode>> list(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        return inventory.list(operator.operatorId(), query, FILTERS, json::product);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "retrieveProduct", summary = "One line as a product (TMF637)")
    @ApiResponse(
            responseCode = "200",
            description = "The product",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = TmForumShapes.Product.class)))
    ObjectNode get(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String fields) {
        return Listing.selected(json.product(inventory.line(operator.operatorId(), id)), Listing.fields(fields));
    }
}
