package io.namesake.registry.internal;

import io.namesake.access.StaffPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Somebody was said to have died, and has not. Programs may say the one; only a person takes it back, and says why. */
@RestController
@RequestMapping("/v1/staff/deaths")
@Tag(name = "Lines")
class DeathsController {
    private final MistakenDeaths deaths;

    DeathsController(MistakenDeaths deaths) {
        this.deaths = deaths;
    }

    @PostMapping("/correction")
    @Operation(
            operationId = "clearMistakenDeath",
            summary = "Say that the death of a line's holder was noted by mistake",
            description =
                    "Open offers to heirs end, and so do doubts that rested on the death, at every operator; what was limited for it"
                            + " is undone. A line that an heir holds by now stays with the heir: settle it with both, who"
                            + " can hand it back like any line. The answer does not say whose line it is.")
    DeathCleared clear(@Parameter(hidden = true) StaffPrincipal staff, @RequestBody DeathCorrection wanted) {
        var reason = wanted.reason();
        if (reason == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "line and reason are needed.");
        }
        var cleared = deaths.clear(staff, wanted.line(), reason);
        return new DeathCleared(cleared.offerEnded(), cleared.heldByAnother());
    }

    @Schema(name = "DeathCorrection")
    record DeathCorrection(
            @Schema(example = "+8613800138000") @Nullable String line, MistakenDeaths.@Nullable Reason reason) {}

    @Schema(name = "DeathCleared")
    record DeathCleared(
            @Schema(description = "Whether an open offer of this line to an heir has ended with it")
            boolean offerEnded,

            @Schema(description = "Whether somebody else holds the line by now, who keeps it")
            boolean heldByAnother) {}
}
