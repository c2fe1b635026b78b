package io.namesake.application.internal;

import io.namesake.access.OpenToAnyone;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Trades a capture link for a session. */
@RestController
@Tag(name = "Capture")
class CaptureSessionController {
    private final CaptureLinks links;
    private final CaptureSessions sessions;
    private final ApplicationTable applications;

    CaptureSessionController(CaptureLinks links, CaptureSessions sessions, ApplicationTable applications) {
        this.links = links;
        this.sessions = sessions;
        this.applications = applications;
    }

    /** The token from the link's fragment. */
    @Schema(name = "CaptureToken")
    record Token(
            @Schema(description = "What stands behind the # of the capture link")
            String token) {}

    /** The right to fill in one application. */
    @Schema(name = "CaptureSession")
    record Session(
            UUID applicationId,

            @Schema(description = "Bearer token for this application, shown once")
            String sessionToken,

            @Schema(description = "When it ends unless it is used")
            Instant expiresAt) {}

    @PostMapping("/v1/capture-sessions")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    @OpenToAnyone(because = "the token of the capture link is the credential")
    @Operation(
            operationId = "openCaptureSession",
            summary = "Trade a capture link for a session",
            description = "A link opens one session, once. The session ends when it is not used for 30 minutes.")
    public Session open(@RequestBody Token token) {
        if (token.token() == null || token.token().isBlank()) {
            throw new Problem(ProblemType.REQUEST_INVALID, "token is needed.");
        }
        var application = applications.find(links.use(token.token())).orElseThrow();
        if (application.state() == State.EXPIRED) {
            throw new Problem(ProblemType.CAPTURE_LINK_EXPIRED);
        }
        var opened = sessions.open(application);
        return new Session(application.id(), opened.token(), opened.expiresAt());
    }
}
