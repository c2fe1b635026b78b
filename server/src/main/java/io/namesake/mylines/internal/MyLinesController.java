package io.namesake.mylines.internal;

import io.namesake.access.HolderPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Holdings;
import io.namesake.registry.LineUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What stands in one's own name, who uses it, and the end of what is not needed any more. */
@RestController
@Tag(name = "My lines")
class MyLinesController {
    private static final int LONGEST_LABEL = 60;

    private final MyLinesView view;
    private final Endings endings;
    private final Holdings holdings;

    MyLinesController(MyLinesView view, Endings endings, Holdings holdings) {
        this.view = view;
        this.endings = endings;
        this.holdings = holdings;
    }

    @Schema(name = "NewLineUser")
    record Uses(
            LineUser.@Nullable Kind kind,

            @Schema(description = "Your own word for them", example = "my daughter", maxLength = LONGEST_LABEL)
            @Nullable
            String label) {}

    @GetMapping("/v1/me/lines")
    @Operation(operationId = "myLines", summary = "Every line in your name, with what is under way about it")
    MyLinesJson.All lines(@Parameter(hidden = true) HolderPrincipal holder) {
        return view.of(holder);
    }

    @PutMapping("/v1/me/lines/{lineId}/user")
    @Operation(
            operationId = "sayWhoUsesMyLine",
            summary = "Say who uses a line of yours",
            description = "Lending a line needs no permission. You stay accountable for it.")
    MyLinesJson.All uses(
            @Parameter(hidden = true) HolderPrincipal holder, @PathVariable UUID lineId, @RequestBody Uses uses) {
        var label = uses.label() == null ? "" : uses.label().strip();
        if (uses.kind() == null
                || label.isEmpty()
                || label.length() > LONGEST_LABEL
                || label.codePoints().anyMatch(Character::isISOControl)) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID, "kind, and a label of 1 to 60 printable characters, are needed.");
        }
        view.mine(holder, lineId);
        holdings.use(holder.holderId(), lineId, uses.kind(), label);
        return view.of(holder);
    }

    @DeleteMapping("/v1/me/lines/{lineId}/user")
    @Operation(operationId = "sayIUseMyLine", summary = "You use the line yourself again")
    MyLinesJson.All usesNoMore(@Parameter(hidden = true) HolderPrincipal holder, @PathVariable UUID lineId) {
        view.mine(holder, lineId);
        holdings.useNoMore(holder.holderId(), lineId);
        return view.of(holder);
    }

    @PostMapping("/v1/me/lines/{lineId}/ending")
    @Operation(
            operationId = "endMyLine",
            summary = "End a line that you do not need any more",
            description =
                    "It is off at once. For some days you can take that back; then its number rests, and later somebody else"
                            + " may get it.")
    @ResponseStatus(HttpStatus.CREATED)
    MyLinesJson.Ended end(@Parameter(hidden = true) HolderPrincipal holder, @PathVariable UUID lineId) {
        return MyLinesJson.Ended.of(endings.end(holder, view.mine(holder, lineId)));
    }

    @DeleteMapping("/v1/me/endings/{endingId}")
    @Operation(operationId = "takeEndingBack", summary = "Take the end of a line back: it is on again, in your name")
    MyLinesJson.All undo(@Parameter(hidden = true) HolderPrincipal holder, @PathVariable UUID endingId) {
        endings.undo(holder, endingId);
        return view.of(holder);
    }
}
