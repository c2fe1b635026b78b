package io.namesake.registry.internal;

import io.namesake.access.OperatorPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Service;
import io.namesake.registry.Transfer;
import io.namesake.registry.VetoReason;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operator's part in transfers: it may object for a reason of a closed list. It does not see who the two sides are. */
@RestController
@RequestMapping("/v1/transfers")
@Tag(name = "Transfers", description = "Lines on their way from one holder to another")
class TransfersController {
    private static final int MOST = 200;

    private final TransferTable transfers;
    private final TransferEnds ends;
    private final LineTable lines;
    private final TransactionTemplate transaction;

    TransfersController(TransferTable transfers, TransferEnds ends, LineTable lines, TransactionTemplate transaction) {
        this.transfers = transfers;
        this.ends = ends;
        this.lines = lines;
        this.transaction = transaction;
    }

    @GetMapping
    @Operation(operationId = "listTransfers", summary = "Transfers of the operator's lines, the newest first")
    TransferList list(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @Parameter(description = "Only those in this state") @RequestParam(required = false)
                    Transfer.@Nullable State state,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The limit must be a number from 1 to " + MOST + ".");
        }
        return new TransferList(transfers.ofOperator(operator.operatorId(), state, limit).stream()
                .map(this::answer)
                .toList());
    }

    @PostMapping("/{id}/veto")
    @Operation(
            operationId = "vetoTransfer",
            summary = "Object to a transfer",
            description = "Ends it; both sides are shown a sentence for the reason.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void veto(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id, @RequestBody Veto veto) {
        var reason = veto.reason();
        if (reason == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "A reason is needed.");
        }
        end(operator, id, TransferMachine.Step.VETO, reason);
    }

    @PostMapping("/{id}/release")
    @Operation(
            operationId = "releaseTransfer",
            summary = "Complete an accepted transfer before the time for a veto is over",
            description = "While a case limits the line, it completes after that case.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        end(operator, id, TransferMachine.Step.RELEASE, null);
    }

    private void end(OperatorPrincipal operator, UUID id, TransferMachine.Step step, @Nullable VetoReason reason) {
        transaction.executeWithoutResult(_ -> {
            var transfer = ends.locked(id);
            if (!transfer.operatorId().equals(operator.operatorId())) {
                throw new Problem(ProblemType.TRANSFER_UNKNOWN);
            }
            ends.end(transfer, step, reason);
        });
    }

    private TransferAnswer answer(TransferTable.Row transfer) {
        var line = lines.byId(transfer.lineId()).orElseThrow().identifier();
        return new TransferAnswer(
                transfer.id(),
                line.value(),
                line.service(),
                transfer.kind(),
                transfer.state(),
                transfer.offeredAt(),
                transfer.acceptedAt(),
                transfer.dueAt(),
                transfer.endedAt(),
                transfer.vetoReason());
    }

    @Schema(name = "TransferVeto")
    record Veto(@Nullable VetoReason reason) {}

    @Schema(name = "TransferList")
    record TransferList(List<TransferAnswer> transfers) {}

    @Schema(
            name = "OperatorTransfer",
            description = "A line that changes hands; who the two sides are is not the operator's to see")
    record TransferAnswer(
            UUID id,
            String line,
            Service service,
            Transfer.Kind kind,
            Transfer.State state,
            Instant offeredAt,
            @Nullable Instant acceptedAt,

            @Schema(description = "When the offer expires; once accepted, when the time for a veto is over")
            Instant dueAt,

            @Nullable Instant endedAt,
            @Nullable VetoReason vetoReason) {}
}
