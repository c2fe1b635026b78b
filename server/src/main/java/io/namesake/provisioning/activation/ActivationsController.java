package io.namesake.provisioning.activation;

import io.namesake.access.OperatorPrincipal;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Lines;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an activation server is still to be told, or could not be. */
@RestController
@RequestMapping("/v1/activations")
@Tag(
        name = "Activation",
        description = "Lines on the operator's activation server (TM Forum TMF640), where one is configured")
class ActivationsController {
    private static final int MOST = 200;

    private final ActivationTable table;
    private final Lines lines;
    private final ActivationWorker worker;
    private final AuditLog audit;
    private final Clock clock;

    ActivationsController(ActivationTable table, Lines lines, ActivationWorker worker, AuditLog audit, Clock clock) {
        this.table = table;
        this.lines = lines;
        this.worker = worker;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "listActivations",
            summary = "What the activation server is still to be told, or could not be; the oldest first")
    OpenActivations list(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @Parameter(description = "Answer with at most so many, 1 to 200") @RequestParam(defaultValue = "50")
                    int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The limit must be a number from 1 to " + MOST + ".");
        }
        return new OpenActivations(table.open(operator.operatorId(), limit).stream()
                .map(row -> new OpenActivation(
                        row.lineId(), row.requestedAt(), row.failures(), row.failure(), row.nextAttemptAt()))
                .toList());
    }

    @PostMapping("/{lineId}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    @Operation(operationId = "retryActivation", summary = "Tell the activation server of a line anew, at once")
    @ApiResponse(responseCode = "202", description = "It is being told")
    void retry(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID lineId) {
        var line = lines.byId(operator.operatorId(), lineId)
                .filter(found -> table.find(found.id()).isPresent())
                .orElseThrow(() -> new Problem(ProblemType.LINE_UNKNOWN));
        table.add(operator.operatorId(), line.id(), clock.instant());
        audit.append(new AuditEntry(
                operator.operatorId(), "activation.retried", line.id().toString()));
        worker.wake();
    }

    @Schema(name = "Activations")
    record OpenActivations(List<OpenActivation> activations) {}

    @Schema(name = "Activation")
    record OpenActivation(
            @Schema(description = "Which line: its id, not its name")
            UUID lineId,

            @Schema(description = "When the line changed last")
            Instant requestedAt,

            @Schema(description = "How many attempts failed")
            int failures,

            @Schema(
                    description =
                            "Of the last attempt: in-progress, http- and a status, timeout, unreachable, tls-failed, broken; null"
                                    + " before the first",
                    example = "http-503")
            @Nullable
            String failure,

            @Schema(description = "Null when there will be no other attempt") @Nullable
            Instant nextAttemptAt) {}
}
