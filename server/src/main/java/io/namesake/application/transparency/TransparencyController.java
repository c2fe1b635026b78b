package io.namesake.application.transparency;

import io.namesake.access.Caller;
import io.namesake.access.OperatorId;
import io.namesake.access.OperatorPrincipal;
import io.namesake.access.Role;
import io.namesake.access.StaffPrincipal;
import io.namesake.privacy.RetentionSettings;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Counts that an operator can publish. Only whole months that are over, each by itself: sums over several months, or a month that
 * still changes, would give away by a difference what a single one leaves out.
 */
@RestController
@Tag(name = "Transparency")
class TransparencyController {
    private static final int MOST_MONTHS = 24;
    private static final String CSV = "text/csv";
    private static final String ABOUT =
            "By whole months (UTC) that are over and whose applications are still kept; others are left out. Counts of 1 to 4"
                    + " are shown as `<5`, and what would give one away as `withheld`.";

    private final Figures figures;
    private final RetentionSettings retention;
    private final Clock clock;

    TransparencyController(Figures figures, RetentionSettings retention, Clock clock) {
        this.figures = figures;
        this.retention = retention;
        this.clock = clock;
    }

    /** The report of several months. */
    @Schema(name = "TransparencyReport")
    record Report(List<MonthReport> months) {}

    @GetMapping("/v1/transparency")
    @Operation(
            operationId = "transparencyReport",
            summary = "What was decided, in numbers that can be published",
            description = ABOUT)
    Report report(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "The first month", example = "2026-01") @RequestParam String from,
            @Parameter(description = "The last month, at most 24 in all", example = "2026-06") @RequestParam
                    String to) {
        return new Report(months(caller, from, to));
    }

    @GetMapping(path = "/v1/transparency.csv", produces = CSV)
    @Operation(
            operationId = "transparencyReportAsCsv",
            summary = "The same as a table",
            description = ABOUT,
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    String csv(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "The first month", example = "2026-01") @RequestParam String from,
            @Parameter(description = "The last month, at most 24 in all", example = "2026-06") @RequestParam
                    String to) {
        return Csv.of(months(caller, from, to));
    }

    private List<MonthReport> months(Caller caller, String from, String to) {
        var operator = operatorOf(caller);
        var first = month(from);
        var last = month(to);
        if (last.isBefore(first) || !last.isBefore(first.plusMonths(MOST_MONTHS))) {
            throw invalid();
        }
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .filter(this::isOverAndKept)
                .map(month -> Publication.of(figures.of(operator, month)))
                .toList();
    }

    private boolean isOverAndKept(YearMonth month) {
        var now = clock.instant();
        var start = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        var end = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return !end.isAfter(now) && !start.isBefore(now.minus(retention.caseFile()));
    }

    private static OperatorId operatorOf(Caller caller) {
        return switch (caller) {
            case OperatorPrincipal operator -> operator.operatorId();
            case StaffPrincipal staff ->
                staff.require(Role.AUDITOR, Role.SUPERVISOR).operatorId();
            default ->
                throw new Problem(
                        ProblemType.NOT_ALLOWED,
                        "Only an operator, or an auditor or supervisor of its staff, may do this.");
        };
    }

    private static YearMonth month(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}")) {
            throw invalid();
        }
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw invalid();
        }
    }

    private static Problem invalid() {
        return new Problem(
                ProblemType.REQUEST_INVALID, "from and to are months such as 2026-01, in order and at most 24.");
    }
}
