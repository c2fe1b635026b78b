package io.namesake.mylines.internal;

import io.namesake.access.HolderPrincipal;
import io.namesake.mylines.internal.MyLinesJson.MyDispute;
import io.namesake.mylines.internal.MyLinesJson.MyDisputes;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** "Not mine", for the person in whose name it stands. */
@RestController
@Tag(name = "My lines")
class MyDisputesController {
    private final MyLinesView view;
    private final Disputes disputes;
    private final DisputeTable table;

    MyDisputesController(MyLinesView view, Disputes disputes, DisputeTable table) {
        this.view = view;
        this.disputes = disputes;
        this.table = table;
    }

    @Schema(name = "NewDispute")
    record Wanted(Dispute.@Nullable Claim claim) {}

    @PostMapping("/v1/me/lines/{lineId}/dispute")
    @Operation(
            operationId = "disputeLine",
            summary = "Say that a line in your name is not yours",
            description =
                    "The line is contained at once, as the operator's policy says. A person decides within the time shown;"
                            + " whoever uses the line is heard and does not learn who complained.")
    @ResponseStatus(HttpStatus.CREATED)
    MyDispute dispute(
            @Parameter(hidden = true) HolderPrincipal holder,
            @PathVariable UUID lineId,
            @RequestParam(defaultValue = "en") String locale,
            @RequestBody Wanted wanted) {
        if (wanted.claim() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "claim is needed.");
        }
        return MyDispute.of(disputes.open(holder, view.mine(holder, lineId), wanted.claim()), Locales.of(locale));
    }

    @GetMapping("/v1/me/disputes")
    @Operation(operationId = "myDisputes", summary = "Your disputes, with the decision in plain words")
    MyDisputes list(
            @Parameter(hidden = true) HolderPrincipal holder, @RequestParam(defaultValue = "en") String locale) {
        var language = Locales.of(locale);
        return new MyDisputes(table.of(holder.holderId()).stream()
                .map(dispute -> MyDispute.of(dispute, language))
                .toList());
    }

    @PostMapping("/v1/me/disputes/{id}/appeal")
    @Operation(operationId = "appealDispute", summary = "Ask for another person's decision")
    MyDispute appeal(
            @Parameter(hidden = true) HolderPrincipal holder,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "en") String locale) {
        return MyDispute.of(disputes.appeal(holder, id), Locales.of(locale));
    }

    @PostMapping("/v1/me/disputes/{id}/withdrawal")
    @Operation(operationId = "withdrawDispute", summary = "Take a dispute back: the line is yours after all")
    MyDispute withdraw(
            @Parameter(hidden = true) HolderPrincipal holder,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "en") String locale) {
        return MyDispute.of(disputes.withdraw(holder, id), Locales.of(locale));
    }
}
