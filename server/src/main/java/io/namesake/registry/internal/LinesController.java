package io.namesake.registry.internal;

import io.namesake.access.OperatorPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Limit;
import io.namesake.registry.Line;
import io.namesake.registry.LineStatus;
import io.namesake.registry.Lines;
import io.namesake.registry.Service;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an operator may see of its lines: their status, and never who holds them. */
@RestController
@RequestMapping("/v1/lines")
@Tag(name = "Lines", description = "Telephone numbers and internet accounts, and whether they may be switched on")
class LinesController {
    private static final int MOST = 200;

    private final Lines lines;

    LinesController(Lines lines) {
        this.lines = lines;
    }

    @GetMapping
    @Operation(operationId = "listLines", summary = "The operator's lines, the last changed first")
    LineList list(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @Parameter(description = "Answer with at most so many, 1 to 200") @RequestParam(defaultValue = "50")
                    int limit,
            @Parameter(
                            description =
                                    "Only the line of this name. For names that do not go into a path, such as a/b@realm.example",
                            example = "+8613800138000")
                    @RequestParam(required = false)
                    @Nullable
                    String line) {
        if (limit < 1 || limit > MOST) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The limit must be a number from 1 to " + MOST + ".");
        }
        var found = line == null
                ? lines.latest(operator.operatorId(), limit)
                : lines.find(operator.operatorId(), line).stream().toList();
        return new LineList(found.stream().map(LineAnswer::of).toList());
    }

    @GetMapping("/{line}")
    @Operation(operationId = "getLine", summary = "One line of the operator")
    @ApiResponse(responseCode = "200", description = "The line as it stands")
    @ApiResponse(
            responseCode = "404",
            description = "line-unknown: nobody has asked this operator for such a line",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    LineAnswer line(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @Parameter(
                            description = "An E.164 number or a network access identifier, percent-encoded",
                            example = "+8613800138000")
                    @PathVariable
                    String line) {
        return lines.find(operator.operatorId(), line)
                .map(LineAnswer::of)
                .orElseThrow(() -> new Problem(ProblemType.LINE_UNKNOWN));
    }

    @Schema(name = "Lines")
    record LineList(List<LineAnswer> lines) {}

    @Schema(name = "Line", description = "A line as it stands")
    record LineAnswer(
            @Schema(
                    description = "An E.164 number or a network access identifier (RFC 7542)",
                    example = "+8613800138000")
            String line,

            Service service,

            @Schema(
                    description =
                            "PENDING until an application for it is verified, then ACTIVE: it may be switched on. UNVERIFIED:"
                                    + " on, though no verified person stands for it. LIMITED: on, but for what `limits` names."
                                    + " DEACTIVATED: off")
            LineStatus status,

            @Schema(description = "What it must not do; emergency calls and your own service numbers always work")
            List<Limit> limits,

            @Schema(description = "When it came into that status")
            Instant since,

            @Schema(
                    description =
                            "The application that made it active; while it is pending, the one that asked for it last")
            @Nullable
            UUID applicationId,

            @Schema(description = "Until when the number of a deactivated line rests") @Nullable
            Instant quarantineUntil) {
        static LineAnswer of(Line line) {
            return new LineAnswer(
                    line.identifier().value(),
                    line.identifier().service(),
                    line.status(),
                    line.limits().stream().sorted().toList(),
                    line.since(),
                    line.applicationId(),
                    line.quarantineUntil());
        }
    }
}
