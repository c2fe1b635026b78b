package io.namesake.provisioning.tmforum;

import io.namesake.access.OperatorPrincipal;
import io.namesake.provisioning.webhook.EndpointForm;
import io.namesake.provisioning.webhook.Listeners;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The hubs of TMF641, TMF638 and TMF637: who listens is a webhook endpoint, told in TM Forum's form. */
@TmForumApi
@RestController
@RequestMapping(TmForumApi.ROOT)
@Tag(name = TmForumApi.TAG)
class HubController {
    private static final String ORDERS = "/serviceOrdering/v4/hub";
    private static final String SERVICES = "/serviceInventory/v5/hub";
    private static final String PRODUCTS = "/productInventory/v5/hub";
    private static final String HOW =
            "The callback is asked the challenge that webhook endpoints are asked, unless a verified one of the operator has the same"
                    + " scheme, host and port. Its id is that of a webhook endpoint: its secret, deliveries and dead letters are there.";

    private final Listeners listeners;
    private final JsonMapper json;

    HubController(Listeners listeners, JsonMapper json) {
        this.listeners = listeners;
        this.json = json;
    }

    @PostMapping(ORDERS)
    @Operation(operationId = "registerListener", summary = "Listen to orders (TMF641)", description = HOW)
    @ApiResponse(responseCode = "201", description = "It is told from now on")
    ResponseEntity<ObjectNode> orders(
            @Parameter(hidden = true) OperatorPrincipal operator, @RequestBody NewListener wanted) {
        return add(operator, EndpointForm.TMF641, ORDERS, wanted);
    }

    @DeleteMapping(ORDERS + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "unregisterListener", summary = "Listen to orders no more (TMF641)")
    @ApiResponse(responseCode = "204", description = "Nothing more is sent there")
    void noOrders(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        listeners.remove(operator.operatorId(), EndpointForm.TMF641, id);
    }

    @PostMapping(SERVICES)
    @Operation(operationId = "createServiceHub", summary = "Listen to lines as services (TMF638)", description = HOW)
    @ApiResponse(responseCode = "201", description = "It is told from now on")
    ResponseEntity<ObjectNode> services(
            @Parameter(hidden = true) OperatorPrincipal operator, @RequestBody NewListener wanted) {
        return add(operator, EndpointForm.TMF638, SERVICES, wanted);
    }

    @DeleteMapping(SERVICES + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteServiceHub", summary = "Listen to services no more (TMF638)")
    @ApiResponse(responseCode = "204", description = "Nothing more is sent there")
    void noServices(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        listeners.remove(operator.operatorId(), EndpointForm.TMF638, id);
    }

    @PostMapping(PRODUCTS)
    @Operation(operationId = "createProductHub", summary = "Listen to lines as products (TMF637)", description = HOW)
    @ApiResponse(responseCode = "201", description = "It is told from now on")
    ResponseEntity<ObjectNode> products(
            @Parameter(hidden = true) OperatorPrincipal operator, @RequestBody NewListener wanted) {
        return add(operator, EndpointForm.TMF637, PRODUCTS, wanted);
    }

    @DeleteMapping(PRODUCTS + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteProductHub", summary = "Listen to products no more (TMF637)")
    @ApiResponse(responseCode = "204", description = "Nothing more is sent there")
    void noProducts(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        listeners.remove(operator.operatorId(), EndpointForm.TMF637, id);
    }

    private ResponseEntity<ObjectNode> add(
            OperatorPrincipal operator, EndpointForm form, String path, NewListener wanted) {
        var callback = wanted.requiredCallback();
        var id = listeners.add(operator.operatorId(), form, callback, wanted.listening(form));
        var body = json.createObjectNode().put("id", id.toString()).put("callback", callback);
        if (wanted.query() != null) {
            body.put("query", wanted.query());
        }
        return ResponseEntity.created(URI.create(TmForumApi.ROOT + path + "/" + id))
                .body(body);
    }
}
