package io.namesake.demo;

import io.namesake.access.OpenToAnyone;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.time.DemoClock;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets time pass in a demonstration, so that months of notice and grace can be seen in a minute. */
@RestController
@ConditionalOnProperty({"namesake.demo", "namesake.movable-clock"})
@Tag(name = "Demo")
class DemoClockController {
    private static final Duration MOST = Duration.ofDays(400);

    private final DemoClock clock;

    DemoClockController(DemoClock clock) {
        this.clock = clock;
    }

    @Schema(name = "TimePassing")
    record Passing(
            @Schema(type = "string", example = "PT720H", description = "ISO 8601; at most 400 days") @Nullable
            Duration advance) {}

    @Schema(name = "DemoTime")
    record Now(Instant now) {}

    @PostMapping("/v1/demo/clock")
    @OpenToAnyone(because = "a demo is open to whoever can reach it")
    @Operation(operationId = "letDemoTimePass", summary = "Let time pass, on a demo whose clock can be moved")
    Now pass(@RequestBody Passing passing) {
        var time = passing.advance();
        if (time == null || time.isNegative() || time.compareTo(MOST) > 0) {
            throw new Problem(ProblemType.REQUEST_INVALID, "advance must lie between PT0S and P400D.");
        }
        return new Now(clock.advance(time));
    }
}
