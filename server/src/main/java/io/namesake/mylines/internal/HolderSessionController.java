package io.namesake.mylines.internal;

import io.namesake.access.ApplicantPrincipal;
import io.namesake.access.HolderPrincipal;
import io.namesake.access.OpenToAnyone;
import io.namesake.access.OperatorDirectory;
import io.namesake.application.Applications;
import io.namesake.application.CreatedApplication;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.language.Language;
import io.namesake.mylines.HolderSessionOpener;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** From a verification to the right to see one's own lines, and out again. */
@RestController
@Tag(name = "My lines", description = "For a person who was just verified: what stands in their own name")
class HolderSessionController {
    private final Applications applications;
    private final HolderSessionOpener opener;
    private final HolderSessions sessions;
    private final OperatorDirectory operators;
    private final AuditLog audit;
    private final MyLinesSettings settings;
    private final Clock clock;

    HolderSessionController(
            Applications applications,
            HolderSessionOpener opener,
            HolderSessions sessions,
            OperatorDirectory operators,
            AuditLog audit,
            MyLinesSettings settings,
            Clock clock) {
        this.applications = applications;
        this.opener = opener;
        this.sessions = sessions;
        this.operators = operators;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Schema(name = "NewVerification")
    record Wanted(@Nullable Language locale) {}

    @Schema(name = "HolderSession")
    record Session(
            @Schema(description = "Bearer token for your own lines, shown once")
            String token,

            @Schema(description = "When it ends unless it is used")
            Instant expiresAt,

            @Schema(description = "When you were verified") Instant verifiedAt) {}

    @PostMapping("/v1/me/verifications")
    @OpenToAnyone(
            because = "whoever wants to see what stands in their name has nothing to show for it yet; nothing is told"
                    + " before they are verified")
    @Operation(
            operationId = "startMyVerification",
            summary = "Start a verification, to see the lines in your own name",
            description =
                    "Gives the capture link of an application without a line. Once that is verified, its capture session can"
                            + " be traded for a holder session.")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedApplication start(@RequestBody Wanted wanted) {
        if (!settings.openDoor()) {
            throw new Problem(ProblemType.NOT_ALLOWED, "Ask your provider for a link, or come to a shop.");
        }
        if (wanted.locale() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "locale is needed.");
        }
        return applications.createForMyLines(operators.first(), wanted.locale());
    }

    @PostMapping("/v1/me/sessions")
    @Operation(
            operationId = "openHolderSession",
            summary = "Trade the session of a verified application for one that shows your lines",
            description = "Only shortly after the decision, and only where it is VERIFIED.")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public Session open(@Parameter(hidden = true) ApplicantPrincipal applicant) {
        var verified = applications
                .verifiedHolder(applicant.applicationId())
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_ALLOWED, "Only a person whose identity has been verified sees their lines."));
        if (verified.verifiedAt().plus(settings.fresh()).isBefore(clock.instant())) {
            throw new Problem(ProblemType.VERIFICATION_TOO_OLD);
        }
        var opened = opener.open(verified.holderId(), HolderSessionOpener.How.APPLICATION, verified.verifiedAt());
        audit.append(new AuditEntry(
                applicant.operatorId(),
                "my-lines.opened",
                applicant.applicationId().toString(),
                Map.of("how", HolderSessionOpener.How.APPLICATION.name())));
        return new Session(opened.token(), opened.expiresAt(), verified.verifiedAt());
    }

    @DeleteMapping("/v1/me/session")
    @Operation(operationId = "endHolderSession", summary = "Leave: the token opens nothing any more")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@Parameter(hidden = true) HolderPrincipal holder) {
        sessions.end(holder.sessionId());
    }
}
