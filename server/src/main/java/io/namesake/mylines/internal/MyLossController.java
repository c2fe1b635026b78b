package io.namesake.mylines.internal;

import io.namesake.access.HolderPrincipal;
import io.namesake.registry.LostLines;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A telephone that is lost for a while. */
@RestController
@Tag(name = "My lines")
class MyLossController {
    private final MyLinesView view;
    private final LostLines lost;

    MyLossController(MyLinesView view, LostLines lost) {
        this.view = view;
        this.lost = lost;
    }

    @PostMapping("/v1/me/lines/{lineId}/loss")
    @Operation(
            operationId = "reportMyLineLost",
            summary = "Say that the telephone or card of a line is lost",
            description = "Whoever has it gets no codes and cannot call at your cost. Emergency calls still work.")
    MyLinesJson.All report(@Parameter(hidden = true) HolderPrincipal holder, @PathVariable UUID lineId) {
        lost.report(holder.holderId(), lineId);
        return view.of(holder);
    }

    @DeleteMapping("/v1/me/lines/{lineId}/loss")
    @Operation(operationId = "reportMyLineFound", summary = "It is back, or replaced")
    MyLinesJson.All found(@Parameter(hidden = true) HolderPrincipal holder, @PathVariable UUID lineId) {
        lost.recovered(holder.holderId(), lineId);
        return view.of(holder);
    }
}
