package io.namesake.mylines.internal;

import io.namesake.access.HolderPrincipal;
import io.namesake.access.StaffPrincipal;
import io.namesake.application.Applications;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.database.CurrentScope;
import io.namesake.database.Scope;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The list on paper, for a person in a shop. The agent gets it for one application of their operator's, which has just verified
 * the person in front of them; there is no way to it from a name or a number.
 */
@RestController
@Tag(name = "My lines")
class PaperController {
    private final Applications applications;
    private final MyLinesView view;
    private final AuditLog audit;
    private final MyLinesSettings settings;
    private final Clock clock;

    PaperController(
            Applications applications, MyLinesView view, AuditLog audit, MyLinesSettings settings, Clock clock) {
        this.applications = applications;
        this.view = view;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping("/v1/staff/applications/{id}/my-lines-on-paper")
    @Operation(
            operationId = "printMyLines",
            summary = "The list to hand to the person who was just verified by this application",
            description = "For an agent, shortly after the verification, and logged.")
    @Transactional
    public MyLinesJson.All print(@Parameter(hidden = true) StaffPrincipal staff, @PathVariable UUID id) {
        var verified = applications
                .verifiedHolder(staff.operatorId(), id)
                .orElseThrow(() -> new Problem(ProblemType.APPLICATION_UNKNOWN));
        if (verified.verifiedAt().plus(settings.fresh()).isBefore(clock.instant())) {
            throw new Problem(ProblemType.VERIFICATION_TOO_OLD);
        }
        audit.append(new AuditEntry(
                staff.operatorId(),
                "my-lines.printed",
                id.toString(),
                Map.of("by", staff.staffId().toString())));
        // The person before the agent sees their lines at every operator, as on a phone of their own.
        return CurrentScope.call(
                Scope.ofPerson(verified.holderId()),
                () -> view.of(new HolderPrincipal(verified.holderId(), id, verified.verifiedAt())));
    }
}
