package io.namesake.application.transparency;

import io.namesake.decision.Outcome;
import io.namesake.decision.Reason;
import io.namesake.registry.Service;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be published of a month.
 *
 * @param month such as {@code 2026-11}, in UTC
 * @param total all decisions; one application may have several, a refusal and what a person made of it
 * @param outcomes decisions by outcome
 * @param services decisions by service, and by outcome within
 * @param reasons decisions that gave a reason
 * @param attended decisions that ended an application after a check by a person
 * @param attendedShare their share of all that ended one, 0 to 1, to the percent; null when it would give a small count away
 * @param overturnedRefusals applications that were refused and then verified
 * @param neverFinished applications that nobody submitted in time
 * @param medianSeconds from the application to the decision that ended it; null for fewer than 5
 * @param slowestTenthSeconds a tenth took longer than this; null for fewer than 5
 */
@Schema(name = "TransparencyMonth")
record MonthReport(
        @Schema(example = "2026-11") String month,
        Count total,
        List<ByOutcome> outcomes,
        List<ByService> services,
        List<ByReason> reasons,
        Count attended,
        @Nullable Double attendedShare,
        Count overturnedRefusals,
        Count neverFinished,
        @Nullable Long medianSeconds,
        @Nullable Long slowestTenthSeconds) {

    /** Decisions of one outcome. */
    @Schema(name = "TransparencyOutcome")
    record ByOutcome(Outcome outcome, Count count) {}

    /** Decisions on one service. */
    @Schema(name = "TransparencyService")
    record ByService(Service service, Count total, List<ByOutcome> outcomes) {}

    /** Decisions for one reason. */
    @Schema(name = "TransparencyReason")
    record ByReason(Reason reason, Outcome outcome, Count count) {}
}
