package io.namesake.provisioning.tmforum;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.namesake.access.OperatorPrincipal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** TMF641's task of cancelling an order, which is done at once or not at all. */
@TmForumApi
@RestController
@RequestMapping(CancelServiceOrderController.PATH)
@Tag(name = TmForumApi.TAG)
class CancelServiceOrderController {
    static final String PATH = TmForumApi.ROOT + "/serviceOrdering/v4/cancelServiceOrder";

    private final ServiceOrders orders;
    private final JsonMapper json;

    CancelServiceOrderController(ServiceOrders orders, JsonMapper json) {
        this.orders = orders;
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
                    "Possible until the person has submitted; afterwards it is `service-order-closed`. What they sent so far is erased, and their link opens nothing any more.")
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
        var body = body(cancelled);
        return ResponseEntity.created(URI.create(body.get("href").asString())).body(body);
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
        return body(orders.cancelled(operator.operatorId(), id));
    }

    private ObjectNode body(ServiceOrder order) {
        var cancellation = Objects.requireNonNull(order.cancellation());
        var body = json.createObjectNode()
                .put("id", cancellation.id().toString())
                .put("href", PATH + "/" + cancellation.id())
                .put("effectiveCancellationDate", cancellation.at().toString())
                .put("state", "done");
        if (cancellation.reason() != null) {
            body.put("cancellationReason", cancellation.reason());
        }
        body.putObject("serviceOrder")
                .put("id", order.id().toString())
                .put("href", ServiceOrderController.PATH + "/" + order.id())
                .put("@referredType", "ServiceOrder")
                .put("@type", "ServiceOrderRef");
        return body.put("@type", "CancelServiceOrder");
    }
}
