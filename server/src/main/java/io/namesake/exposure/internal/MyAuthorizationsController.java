package io.namesake.exposure.internal;

import io.namesake.access.HolderPrincipal;
import io.namesake.access.OperatorDirectory;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The page to which somebody's program sent a person's browser: who asks, for what, and the answer. */
@RestController
@Tag(name = "My lines")
class MyAuthorizationsController {
    /** Longer than any handle. */
    private static final int LONGEST = 100;

    private final RedirectConsents consents;
    private final OperatorDirectory operators;

    MyAuthorizationsController(RedirectConsents consents, OperatorDirectory operators) {
        this.consents = consents;
        this.operators = operators;
    }

    @Schema(name = "MyAuthorization")
    record Shown(
            @Schema(description = "Who asks", example = "Sample Bank")
            String client,

            @Schema(description = "At which of your providers", example = "Example Telecom")
            String operator,

            List<Scope> scopes,
            Purpose purpose) {}

    @Schema(name = "MyAgreement")
    record Agreed(
            @Schema(description = "The one of your lines that may be asked about") @Nullable
            UUID lineId) {}

    @Schema(name = "MyAuthorizationAnswered")
    record Answered(
            @Schema(description = "Where your browser goes, with the answer")
            URI location) {}

    @GetMapping("/v1/me/authorizations/{request}")
    @Operation(operationId = "myAuthorization", summary = "Who sent your browser here, and what they want to ask")
    Shown show(@Parameter(hidden = true) HolderPrincipal holder, @PathVariable String request) {
        var asked = consents.asked(bounded(request));
        return new Shown(
                asked.clientName(),
                operators.of(asked.operator()),
                asked.scopes().stream().map(Scope::ofValue).sorted().toList(),
                Purpose.ofScope(asked.purpose()).orElseThrow());
    }

    @PostMapping("/v1/me/authorizations/{request}/grant")
    @Operation(
            operationId = "grantAuthorization",
            summary = "Let them ask about one of your lines, for a time",
            description = "It stands among your consents, and ends there.")
    Answered grant(
            @Parameter(hidden = true) HolderPrincipal holder,
            @PathVariable String request,
            @RequestBody Agreed agreed) {
        if (agreed.lineId() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "lineId is needed.");
        }
        return new Answered(consents.agree(holder, bounded(request), agreed.lineId()));
    }

    @PostMapping("/v1/me/authorizations/{request}/refusal")
    @Operation(operationId = "refuseAuthorization", summary = "Say no and go back")
    Answered refuse(@Parameter(hidden = true) HolderPrincipal holder, @PathVariable String request) {
        return new Answered(consents.refuse(bounded(request)));
    }

    private static String bounded(String request) {
        if (request.length() > LONGEST) {
            throw new Problem(ProblemType.CONSENT_UNKNOWN);
        }
        return request;
    }
}
