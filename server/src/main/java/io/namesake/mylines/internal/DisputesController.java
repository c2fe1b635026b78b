package io.namesake.mylines.internal;

import io.namesake.access.OpenToAnyone;
import io.namesake.access.OperatorId;
import io.namesake.access.OperatorPrincipal;
import io.namesake.access.StaffPrincipal;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.language.Language;
import io.namesake.mylines.internal.MyLinesJson.Explanation;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Holding;
import io.namesake.registry.Holdings;
import io.namesake.registry.Lines;
import io.namesake.registry.Service;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Disputes, for the operator that has to settle them, and for who is heard. Nowhere does it say who complained. */
@RestController
@Tag(name = "Disputes", description = "Lines that somebody says are not theirs")
class DisputesController {
    private static final int MOST = 200;

    private final DisputeTable table;
    private final Disputes disputes;
    private final Hearings hearings;
    private final Lines lines;
    private final Holdings holdings;
    private final AuditLog audit;
    private final String publicUrl;

    DisputesController(
            DisputeTable table,
            Disputes disputes,
            Hearings hearings,
            Lines lines,
            Holdings holdings,
            AuditLog audit,
            @Value("${namesake.public-url}") String publicUrl) {
        this.table = table;
        this.disputes = disputes;
        this.hearings = hearings;
        this.lines = lines;
        this.holdings = holdings;
        this.audit = audit;
        this.publicUrl = publicUrl;
    }

    @Schema(name = "Dispute")
    record Case(
            UUID id,
            String line,
            Service service,
            DisputeMachine.State state,
            Dispute.Claim claim,
            Instant openedAt,
            Instant dueAt,
            Dispute.@Nullable Code decision,
            @Nullable Instant decidedAt) {}

    @Schema(name = "DisputeList")
    record Cases(List<Case> disputes) {}

    @Schema(name = "DisputeFile", description = "What a person who decides needs, and nothing of anybody's other lines")
    record CaseFile(
            Case dispute,

            @Schema(description = "How the disputed holding began")
            Holding.Cause cause,

            Instant heldFrom,

            @Schema(description = "When its holder was verified for it; null: only an import says that it is theirs")
            @Nullable
            Instant verifiedAt,

            @Schema(description = "What whoever uses the line said; null while nobody has") @Nullable
            String statement,

            @Nullable Instant statedAt) {}

    @Schema(name = "LookReason")
    record Look(@Nullable Reason reason) {
        enum Reason {
            DECIDE,
            PREPARE_HEARING,
            QUALITY_CHECK
        }
    }

    @Schema(name = "NewHearing")
    record Invite(@Nullable Language locale) {}

    @Schema(name = "HearingLink", description = "Send it to the line itself")
    record Link(URI url) {

        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return "Link[...]";
        }
    }

    @Schema(name = "DisputeDecision")
    record Decision(Dispute.@Nullable Code code) {}

    @Schema(name = "Hearing", description = "For whoever uses a line whose registration is being looked into")
    record Heard(
            String line,
            Explanation explanation,
            Instant until,
            boolean open,
            @Nullable Instant statedAt) {}

    @Schema(name = "HearingStatement")
    record Statement(
            @Schema(maxLength = Hearings.LONGEST_STATEMENT) @Nullable
            String words) {

        /** Says nothing personal, since records end up in logs. */
        @Override
        public String toString() {
            return "Statement[...]";
        }
    }

    @GetMapping("/v1/disputes")
    @Operation(
            operationId = "listDisputes",
            summary = "The operator's disputes: open ones first, the most urgent first")
    Cases list(@Parameter(hidden = true) OperatorPrincipal operator, @RequestParam(defaultValue = "50") int limit) {
        return cases(operator.operatorId(), limit);
    }

    @GetMapping("/v1/staff/disputes")
    @Operation(operationId = "listDisputesForStaff", summary = "The same for reviewers and supervisors")
    Cases listForStaff(@Parameter(hidden = true) StaffPrincipal staff, @RequestParam(defaultValue = "50") int limit) {
        return cases(staff.operatorId(), limit);
    }

    private Cases cases(OperatorId operator, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Problem(ProblemType.REQUEST_INVALID, "limit must lie between 1 and 200.");
        }
        return new Cases(table.of(operator, limit).stream().map(this::summary).toList());
    }

    @PostMapping("/v1/staff/disputes/{id}/look")
    @Operation(
            operationId = "lookAtDispute",
            summary = "Look at one dispute",
            description = "Each look gives a reason and is logged.")
    CaseFile look(@Parameter(hidden = true) StaffPrincipal staff, @PathVariable UUID id, @RequestBody Look look) {
        if (look.reason() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "A look needs a reason.");
        }
        var dispute = table.find(id)
                .filter(found -> found.operatorId().equals(staff.operatorId()))
                .orElseThrow(() -> new Problem(ProblemType.CASE_UNKNOWN));
        audit.append(new AuditEntry(
                staff.operatorId(),
                "dispute.looked-at",
                id.toString(),
                Map.of("by", staff.staffId().toString(), "reason", look.reason().name())));
        var holding = holdings.history(dispute.lineId()).stream()
                .filter(candidate -> candidate.id().equals(dispute.holdingId()))
                .findFirst()
                .orElseThrow();
        var statement = hearings.statement(id);
        return new CaseFile(
                summary(dispute),
                holding.cause(),
                holding.from(),
                holding.verifiedAt(),
                statement.map(Hearings.Statement::words).orElse(null),
                statement.map(Hearings.Statement::at).orElse(null));
    }

    @PostMapping("/v1/disputes/{id}/hearing")
    @Operation(
            operationId = "inviteToHearing",
            summary = "Make the link by which whoever uses the line is heard",
            description = "Send it to the line itself. It replaces an earlier one that was not used.")
    @ResponseStatus(HttpStatus.CREATED)
    Link invite(
            @Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id, @RequestBody Invite invite) {
        if (invite.locale() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "locale is needed.");
        }
        var token = hearings.invite(operator.operatorId(), id, invite.locale());
        return new Link(URI.create(publicUrl + "/hearing#" + token));
    }

    @PostMapping("/v1/staff/disputes/{id}/decision")
    @Operation(
            operationId = "decideDispute",
            summary = "Decide a dispute",
            description = "A person does, with a code of a closed list. After an appeal it must be another person.")
    Case decide(@Parameter(hidden = true) StaffPrincipal staff, @PathVariable UUID id, @RequestBody Decision decision) {
        if (decision.code() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "code is needed.");
        }
        return summary(disputes.decide(staff, id, decision.code()));
    }

    @GetMapping("/v1/hearings/{token}")
    @OpenToAnyone(because = "the link was sent to the line, and its secret is the credential")
    @Operation(operationId = "hearing", summary = "What is being looked into, for whoever uses the line")
    Heard hearing(@PathVariable String token, @RequestParam(defaultValue = "en") String locale) {
        var hearing = hearings.opened(bounded(token));
        var language = Locales.of(locale);
        return new Heard(
                lines.byId(hearing.lineId()).orElseThrow().identifier().value(),
                DisputeTexts.hearing(language),
                hearing.expiresAt(),
                hearing.open() && hearing.statedAt() == null,
                hearing.statedAt());
    }

    @PostMapping("/v1/hearings/{token}/statement")
    @OpenToAnyone(because = "the link was sent to the line, and its secret is the credential")
    @Operation(operationId = "stateInHearing", summary = "Say how you came by the line, once")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void state(@PathVariable String token, @RequestBody Statement statement) {
        var words = statement.words() == null ? "" : statement.words().strip();
        if (words.isEmpty() || words.length() > Hearings.LONGEST_STATEMENT || words.indexOf('\0') >= 0) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID, "1 to " + Hearings.LONGEST_STATEMENT + " characters are needed.");
        }
        hearings.state(bounded(token), words);
    }

    private static String bounded(String token) {
        if (!token.matches("[A-Za-z0-9_-]{43}")) {
            throw new Problem(ProblemType.CASE_UNKNOWN);
        }
        return token;
    }

    private Case summary(Dispute dispute) {
        var line = lines.byId(dispute.lineId()).orElseThrow().identifier();
        return new Case(
                dispute.id(),
                line.value(),
                line.service(),
                dispute.state(),
                dispute.claim(),
                dispute.openedAt(),
                dispute.dueAt(),
                dispute.decision(),
                dispute.decidedAt());
    }
}
