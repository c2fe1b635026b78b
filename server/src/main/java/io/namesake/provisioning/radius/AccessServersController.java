package io.namesake.provisioning.radius;

import io.namesake.access.OperatorPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where an operator says which access servers are told of changes, and sees what could not be told. */
@RestController
@RequestMapping("/v1/radius/access-servers")
@Tag(name = RadiusServersController.TAG, description = RadiusServersController.ABOUT)
class AccessServersController {
    private static final int MOST = 200;

    private final AccessServers servers;
    private final NoticeTable notices;

    AccessServersController(AccessServers servers, NoticeTable notices) {
        this.servers = servers;
        this.notices = notices;
    }

    @PostMapping
    @Operation(
            operationId = "createAccessServer",
            summary = "Have an access server told when a line changes",
            description = "By Disconnect-Request or CoA-Request (RFC 5176), with User-Name, Event-Timestamp and"
                    + " Message-Authenticator. The secret is not shown again.")
    @ApiResponse(responseCode = "201", description = "From now on it is told")
    ResponseEntity<AccessServerAnswer> create(
            @Parameter(hidden = true) OperatorPrincipal operator, @RequestBody NewAccessServer wanted) {
        var server = servers.add(
                operator.operatorId(),
                wanted.parsedAddress(),
                wanted.boundedPort(),
                wanted.chosenMeans(),
                wanted.parsedSecret());
        return ResponseEntity.created(URI.create("/v1/radius/access-servers/" + server.id()))
                .body(AccessServerAnswer.of(server));
    }

    @GetMapping
    @Operation(operationId = "listAccessServers", summary = "The operator's access servers, the oldest first")
    AccessServerAnswer.AllServers list(@Parameter(hidden = true) OperatorPrincipal operator) {
        return new AccessServerAnswer.AllServers(servers.of(operator.operatorId()).stream()
                .map(AccessServerAnswer::of)
                .toList());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteAccessServer", summary = "Have an access server not told any more")
    @ApiResponse(responseCode = "204", description = "Nothing more is sent there")
    void delete(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        servers.delete(operator.operatorId(), id);
    }

    @GetMapping("/{id}/notices")
    @Operation(
            operationId = "listAccessNotices",
            summary = "Of which lines an access server is still to be told, or could not be told",
            description = "What was told is not in the list any more, and whether there was a session is kept nowhere.")
    AccessServerAnswer.Notices notices(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @PathVariable UUID id,
            @Parameter(description = "Answer with at most so many, 1 to 200") @RequestParam(defaultValue = "50")
                    int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The limit must be a number from 1 to " + MOST + ".");
        }
        if (servers.find(operator.operatorId(), id).isEmpty()) {
            throw new Problem(ProblemType.ACCESS_SERVER_UNKNOWN);
        }
        return new AccessServerAnswer.Notices(notices.open(id, limit));
    }
}
