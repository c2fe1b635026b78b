package io.namesake.remediation.internal;

import io.namesake.access.StaffPrincipal;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.remediation.Phase;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What staff decide. A machine never ends a line, and nobody decides an appeal who decided in the case before. */
@RestController
@Tag(name = "Remediation")
class RemediationQueueController {
    private static final int MOST = 200;
    /** Who appealed comes first; whom no notice reached is not waiting for anybody, and comes last. */
    static final List<Phase> NEED_A_PERSON = List.of(Phase.APPEALED, Phase.AWAITING_DECISION, Phase.UNREACHED);

    private final Cases cases;
    private final CaseTable table;
    private final RemediationViews views;
    private final Contacts contacts;
    private final AuditLog audit;

    RemediationQueueController(
            Cases cases, CaseTable table, RemediationViews views, Contacts contacts, AuditLog audit) {
        this.cases = cases;
        this.table = table;
        this.views = views;
        this.contacts = contacts;
        this.audit = audit;
    }

    @Schema(name = "RemediationDecision")
    record Decision(
            @Schema(
                    description =
                            "NOT_CONFIRMED, DISOWNED_BY_HOLDER, DEATH_CONFIRMED and DOCUMENT_INVALID end the line;"
                                    + " HOLDER_CONFIRMED, DOUBT_UNFOUNDED and HARDSHIP end the case and undo its limits")
            Decisions.EndReason reason) {}

    @Schema(name = "RemediationAppealDecision")
    record AppealDecision(
            @Schema(
                    description = "HOLDER_CONFIRMED, DOUBT_UNFOUNDED, NOTICE_AT_FAULT and HARDSHIP grant the appeal;"
                            + " DOUBT_STANDS and NOTHING_NEW do not, and the time that was left runs on")
            Decisions.AppealReason reason) {}

    @Schema(name = "RemediationQueue")
    record Queue(List<RemediationJson> remediations) {}

    @Schema(name = "RemediationToDecide")
    record ToDecide(
            RemediationJson remediation,

            @Schema(description = "What the person wrote in the appeal") @Nullable
            String appealStatement) {

        @Override
        public String toString() {
            return "ToDecide[" + remediation.id() + "]";
        }
    }

    @GetMapping("/v1/remediation-queue")
    @Operation(
            operationId = "listRemediationQueue",
            summary = "The cases that need a person: appealed, to be decided, or not reached",
            description =
                    "In this order, and of each the oldest first: at most 200. Ask for one phase alone where those before it are"
                            + " more.")
    Queue queue(
            @Parameter(hidden = true) StaffPrincipal staff,
            @Parameter(description = "Only cases in these phases: APPEALED, AWAITING_DECISION, UNREACHED")
                    @RequestParam(required = false)
                    @Nullable
                    List<Phase> phase) {
        var wanted = phase == null || phase.isEmpty() ? NEED_A_PERSON : phase;
        if (!NEED_A_PERSON.containsAll(wanted)) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID, "The phase must be APPEALED, AWAITING_DECISION or UNREACHED.");
        }
        var inOrder = NEED_A_PERSON.stream().filter(wanted::contains).toList();
        return new Queue(table.waiting(staff.operatorId(), inOrder, MOST).stream()
                .map(views::brief)
                .toList());
    }

    @GetMapping("/v1/remediation-queue/{id}")
    @Operation(
            operationId = "getRemediationToDecide",
            summary = "One case that needs a person, with what was written in the appeal",
            description = "Each look is in the audit log. A case that needs nobody is not shown.")
    ToDecide look(@Parameter(hidden = true) StaffPrincipal staff, @PathVariable UUID id) {
        var found = views.find(staff.operatorId(), id);
        if (!NEED_A_PERSON.contains(found.state().standing().phase())) {
            throw new Problem(ProblemType.CASE_CLOSED);
        }
        audit.append(new AuditEntry(
                staff.operatorId(),
                "remediation.looked-at",
                id.toString(),
                Map.of("staff", staff.staffId().toString())));
        var sealed = found.sealedAppeal();
        return new ToDecide(views.whole(found), sealed == null ? null : contacts.statement(id, sealed));
    }

    @PostMapping("/v1/remediations/{id}/decision")
    @Operation(
            operationId = "decideRemediation",
            summary = "Decide whether a line ends",
            description =
                    "Only in AWAITING_DECISION, and while the line is in use. After an appeal, by somebody who has decided"
                            + " nothing in the case before.")
    RemediationJson decide(
            @Parameter(hidden = true) StaffPrincipal staff, @PathVariable UUID id, @RequestBody Decision decision) {
        if (decision.reason() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The reason is missing.");
        }
        views.find(staff.operatorId(), id);
        return views.whole(cases.step(
                id,
                new Event.Decide(decision.reason().ends(), staff.staffId()),
                decision.reason().name(),
                Actor.of(staff)));
    }

    @PostMapping("/v1/remediations/{id}/appeal-decision")
    @Operation(
            operationId = "decideRemediationAppeal",
            summary = "Decide an appeal",
            description = "By somebody who has decided nothing in the case before.")
    RemediationJson decideAppeal(
            @Parameter(hidden = true) StaffPrincipal staff,
            @PathVariable UUID id,
            @RequestBody AppealDecision decision) {
        if (decision.reason() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The reason is missing.");
        }
        views.find(staff.operatorId(), id);
        return views.whole(cases.step(
                id,
                new Event.DecideAppeal(decision.reason().grants(), staff.staffId()),
                decision.reason().name(),
                Actor.of(staff)));
    }
}
