package io.namesake.audit.internal;

import io.namesake.access.OperatorPrincipal;
import io.namesake.audit.AuditProof;
import io.namesake.audit.EntryLine;
import io.namesake.audit.internal.CheckpointTable.Stored;
import io.namesake.audit.note.SigningKey;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an operator can take away from the audit log to check it elsewhere. */
@RestController
@RequestMapping("/v1/audit")
@Tag(name = "Audit", description = "Signed checkpoints of the audit log, and proofs of what is in it")
class AuditController {
    private static final int MOST = 200;

    private final Checkpoints checkpoints;
    private final CheckpointTable table;
    private final Proofs proofs;
    private final SigningKey key;

    AuditController(Checkpoints checkpoints, CheckpointTable table, Proofs proofs, SigningKey key) {
        this.checkpoints = checkpoints;
        this.table = table;
        this.proofs = proofs;
        this.key = key;
    }

    @GetMapping(value = "/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(operationId = "getAuditCheckpoint", summary = "The newest signed checkpoint, a C2SP signed note")
    String checkpoint(@Parameter(hidden = true) OperatorPrincipal operator) {
        return note(table.newest().orElseThrow(() -> new Problem(ProblemType.AUDIT_CHECKPOINT_UNKNOWN)));
    }

    @PostMapping(value = "/checkpoints", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            operationId = "makeAuditCheckpoint",
            summary = "Sign the log as it stands now, without waiting for the next minute")
    String make(@Parameter(hidden = true) OperatorPrincipal operator) {
        try {
            return note(checkpoints.make().orElseThrow(() -> new Problem(ProblemType.AUDIT_CHECKPOINT_UNKNOWN)));
        } catch (LogRewritten rewritten) {
            throw new Problem(ProblemType.AUDIT_LOG_REWRITTEN);
        }
    }

    @GetMapping("/checkpoints")
    @Operation(operationId = "listAuditCheckpoints", summary = "Signed checkpoints, the newest first")
    CheckpointList list(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @Parameter(description = "Answer with at most so many, 1 to 200") @RequestParam(defaultValue = "50")
                    int limit,
            @Parameter(description = "Only checkpoints of fewer entries than that")
                    @RequestParam(required = false)
                    @Nullable
                    Long before) {
        requireLimit(limit);
        return new CheckpointList(table.before(before == null ? Long.MAX_VALUE : before, limit).stream()
                .map(CheckpointAnswer::of)
                .toList());
    }

    @GetMapping(value = "/key", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            operationId = "getAuditKey",
            summary = "The public key that signs checkpoints, in the form of C2SP's verifier keys")
    String key(@Parameter(hidden = true) OperatorPrincipal operator) {
        return key.verifier().text() + "\n";
    }

    @GetMapping("/entries")
    @Operation(
            operationId = "listAuditEntries",
            summary = "Entries of the operator and of the installation, the oldest first",
            description =
                    "Each with its hash, and the hash of the entry before it, which may be another operator's. Entries of"
                            + " the last minute may not be signed yet.")
    EntryList entries(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @Parameter(description = "Only entries after this place; 0 for the first") @RequestParam(defaultValue = "0")
                    long after,
            @Parameter(description = "Answer with at most so many, 1 to 200") @RequestParam(defaultValue = "50")
                    int limit) {
        requireLimit(limit);
        var found = proofs.entries(operator.operatorId(), after, limit);
        return new EntryList(
                found, found.size() < limit ? null : found.getLast().seq());
    }

    @GetMapping("/entries/{seq}/proof")
    @Operation(
            operationId = "proveAuditEntry",
            summary = "An entry of the operator or of the installation, with the proof that it is in the signed log")
    AuditProof.Inclusion entry(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @Parameter(description = "The entry's place, 1 for the first") @PathVariable long seq,
            @Parameter(description = "The size of the checkpoint to prove it by; the newest when absent")
                    @RequestParam(required = false)
                    @Nullable
                    Long size) {
        return proofs.inclusion(operator.operatorId(), seq, checkpoint(size));
    }

    @GetMapping("/consistency")
    @Operation(
            operationId = "proveAuditConsistency",
            summary = "The proof that the signed log begins with all of a shorter one")
    AuditProof.Consistency consistency(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @Parameter(description = "How many entries the shorter log had, 1 or more") @RequestParam long from,
            @Parameter(description = "The size of the checkpoint of the longer log; the newest when absent")
                    @RequestParam(required = false)
                    @Nullable
                    Long to) {
        var checkpoint = checkpoint(to);
        if (from < 1 || from > checkpoint.signed().checkpoint().size()) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID, "The shorter log must have from 1 entry to those of the checkpoint.");
        }
        return proofs.consistency(from, checkpoint);
    }

    private Stored checkpoint(@Nullable Long size) {
        return (size == null ? table.newest() : table.ofSize(size))
                .orElseThrow(() -> new Problem(ProblemType.AUDIT_CHECKPOINT_UNKNOWN));
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The limit must be a number from 1 to " + MOST + ".");
        }
    }

    private static String note(Stored stored) {
        return stored.signed().note();
    }

    @Schema(name = "AuditEntries")
    record EntryList(
            List<EntryLine> entries,

            @Schema(description = "What to ask for with `after` next; null at the end of the log") @Nullable
            Long next) {}

    @Schema(name = "AuditCheckpoints")
    record CheckpointList(List<CheckpointAnswer> checkpoints) {}

    @Schema(name = "AuditCheckpoint", description = "What was signed of the audit log at one moment")
    record CheckpointAnswer(
            @Schema(description = "How many entries the log had")
            long size,

            @Schema(description = "The root of the Merkle tree over them, hexadecimal")
            String root,

            @Schema(description = "When it was signed") Instant at,

            @Schema(description = "The C2SP signed note") String checkpoint) {
        static CheckpointAnswer of(Stored stored) {
            var checkpoint = stored.signed().checkpoint();
            return new CheckpointAnswer(checkpoint.size(), checkpoint.root().hex(), stored.at(), note(stored));
        }
    }
}
