package io.namesake.provisioning.radius;

import io.namesake.access.OperatorPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where an operator gives its RADIUS servers the right to ask. */
@RestController
@RequestMapping("/v1/radius/servers")
@Tag(name = RadiusServersController.TAG, description = RadiusServersController.ABOUT)
class RadiusServersController {
    static final String TAG = "RADIUS";
    static final String ABOUT =
            "Internet lines in the operator's network: RADIUS servers ask whether a line may be on, access servers are told"
                    + " when that changes (RFC 5176). Nothing is kept of anybody's use";

    private final RadiusServers servers;

    RadiusServersController(RadiusServers servers) {
        this.servers = servers;
    }

    @PostMapping
    @Operation(
            operationId = "createRadiusServer",
            summary = "Let a RADIUS server ask",
            description =
                    "The answer holds the server's token, which opens nothing but /v1/radius/authorize. It is shown"
                            + " only here.")
    @ApiResponse(responseCode = "201", description = "From now on it may ask")
    ResponseEntity<NewServerAnswer> create(
            @Parameter(hidden = true) OperatorPrincipal operator, @RequestBody NewServer wanted) {
        var added = servers.add(operator.operatorId(), wanted.boundedName());
        var server = added.server();
        return ResponseEntity.created(URI.create("/v1/radius/servers/" + server.id()))
                .body(new NewServerAnswer(server.id(), server.name(), added.token(), server.createdAt()));
    }

    @GetMapping
    @Operation(operationId = "listRadiusServers", summary = "The operator's RADIUS servers, the oldest first")
    ServerList list(@Parameter(hidden = true) OperatorPrincipal operator) {
        return new ServerList(servers.of(operator.operatorId()).stream()
                .map(server -> new ServerAnswer(server.id(), server.name(), server.createdAt()))
                .toList());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteRadiusServer", summary = "Take the right to ask from a RADIUS server")
    @ApiResponse(responseCode = "204", description = "Its token opens nothing any more")
    void delete(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        servers.delete(operator.operatorId(), id);
    }

    @Schema(name = "NewRadiusServer")
    record NewServer(
            @Schema(
                    description = "For the operator's own use, 1 to 100 printable characters",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "radius-1")
            @Nullable
            String name) {
        private static final int LONGEST = 100;

        String boundedName() {
            if (name == null
                    || name.isBlank()
                    || name.length() > LONGEST
                    || name.chars().anyMatch(Character::isISOControl)) {
                throw new Problem(
                        ProblemType.REQUEST_INVALID, "The name must have 1 to " + LONGEST + " printable characters.");
            }
            return name.strip();
        }
    }

    @Schema(name = "RadiusServer")
    record ServerAnswer(UUID id, String name, Instant createdAt) {}

    @Schema(name = "RadiusServers")
    record ServerList(List<ServerAnswer> servers) {}

    @Schema(name = "CreatedRadiusServer")
    record NewServerAnswer(
            UUID id,
            String name,

            @Schema(description = "nsr_<id>_<secret>; keep it, it is not shown again")
            String token,

            Instant createdAt) {
        /** Without the token, since records end up in logs. */
        @Override
        public String toString() {
            return "NewServerAnswer[" + id + "]";
        }
    }
}
