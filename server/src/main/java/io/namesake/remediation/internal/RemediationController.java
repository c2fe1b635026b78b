package io.namesake.remediation.internal;

import io.namesake.access.OperatorPrincipal;
import io.namesake.language.Language;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Lines;
import io.namesake.remediation.Doubt;
import io.namesake.remediation.Phase;
import io.namesake.remediation.SettledCause;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases, as the operator's systems open and follow them. */
@RestController
@RequestMapping("/v1/remediations")
@Tag(
        name = "Remediation",
        description =
                "The road from doubt to settled: notice, grace, staged limits, a person's decision. No line ends silently")
class RemediationController {
    private static final int MOST = 200;
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\\p{Cntrl}]{1,64}@[^\\s@<>\\p{Cntrl}]{1,189}");

    private final CaseOpener opener;
    private final Cases cases;
    private final CaseTable table;
    private final RemediationViews views;
    private final Lines lines;

    RemediationController(CaseOpener opener, Cases cases, CaseTable table, RemediationViews views, Lines lines) {
        this.opener = opener;
        this.cases = cases;
        this.table = table;
        this.views = views;
        this.lines = lines;
    }

    @Schema(name = "NewRemediation")
    record Wanted(
            @Schema(description = "A line of yours", example = "+8613800138000")
            String line,

            Doubt doubt,

            @Schema(
                    description =
                            "Your reference to what caused the doubt: 1 to 100 of A-Z a-z 0-9 . _ : / -; nothing personal",
                    example = "ticket-4711")
            String reference,

            @Schema(
                    description =
                            "In which the person is told; in every language where it is left out, since theirs is not known then")
            @Nullable
            Language language,

            @Schema(description = "Where the person is told by e-mail, too; sealed, and gone with the case") @Nullable
            String email,

            @Schema(
                    description =
                            "What you find the person's postal address by, when they are to be told by letter, too;"
                                    + " 1 to 100 characters as in reference",
                    example = "customer-0815")
            @Nullable
            String postalReference) {

        @Override
        public String toString() {
            return "NewRemediation[...]";
        }
    }

    @Schema(name = "RemediationList")
    record Page(List<RemediationJson> remediations) {}

    @Schema(name = "RemediationExtension")
    record Extension(
            @Schema(description = "Nobody is asked to prove it")
            ExtensionCause cause) {}

    @PostMapping
    @Operation(
            operationId = "openRemediation",
            summary = "Open a case about a line",
            description =
                    "The person is told by every channel that reaches them, and the clock starts once a notice is known to have"
                            + " arrived. While such a case of the line is open, the answer is that case, with 200. About a line"
                            + " that is not in use no case is opened. The doubt CAMPAIGN belongs to campaigns.")
    @ApiResponse(responseCode = "201", description = "The case, new", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "The case that was open already", useReturnTypeSchema = true)
    ResponseEntity<RemediationJson> open(
            @Parameter(hidden = true) OperatorPrincipal operator, @RequestBody Wanted wanted) {
        if (wanted.line() == null || wanted.doubt() == null || wanted.doubt() == Doubt.CAMPAIGN) {
            throw new Problem(ProblemType.REQUEST_INVALID, "line and a doubt other than CAMPAIGN are needed.");
        }
        requireForm(wanted.reference(), REFERENCE, "The reference");
        if (wanted.email() != null) {
            requireForm(wanted.email(), EMAIL, "The email");
        }
        if (wanted.postalReference() != null) {
            requireForm(wanted.postalReference(), REFERENCE, "The postalReference");
        }
        var line = lines.find(operator.operatorId(), wanted.line())
                .orElseThrow(() -> new Problem(ProblemType.LINE_UNKNOWN));
        var opened = opener.open(
                new CaseOpener.Wanted(
                        operator.operatorId(),
                        line.id(),
                        wanted.doubt(),
                        wanted.reference(),
                        null,
                        wanted.language(),
                        wanted.email(),
                        wanted.postalReference()),
                Actor.OPERATOR);
        return ResponseEntity.status(opened.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(views.whole(opened.remediation()));
    }

    @GetMapping
    @Operation(operationId = "listRemediations", summary = "The newest cases, newest first")
    Page list(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @Parameter(description = "Only cases in these phases") @RequestParam(required = false) @Nullable
                    List<Phase> phase,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Problem(ProblemType.REQUEST_INVALID, "limit must lie between 1 and 200.");
        }
        var phases = phase == null || phase.isEmpty() ? List.of(Phase.values()) : phase;
        return new Page(table.newest(operator.operatorId(), phases, limit).stream()
                .map(views::brief)
                .toList());
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getRemediation", summary = "One case with its notices and its history")
    RemediationJson get(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        return views.whole(views.find(operator.operatorId(), id));
    }

    @PostMapping("/{id}/extensions")
    @Operation(
            operationId = "extendRemediation",
            summary = "Give more time, for somebody who asked in a shop or by telephone",
            description = "Limits that would not hold yet are lifted at once.")
    RemediationJson extend(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @PathVariable UUID id,
            @RequestBody Extension wanted) {
        if (wanted.cause() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The cause is missing.");
        }
        views.find(operator.operatorId(), id);
        return views.whole(
                cases.step(id, new Event.Extend(wanted.cause()), wanted.cause().name(), Actor.OPERATOR));
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(
            operationId = "withdrawRemediation",
            summary = "Withdraw a case",
            description = "Every limit of the case is undone; a line that it ended comes back.")
    RemediationJson withdraw(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        views.find(operator.operatorId(), id);
        return views.whole(cases.step(
                id, new Event.Settle(SettledCause.WITHDRAWN), SettledCause.WITHDRAWN.name(), Actor.OPERATOR));
    }

    private static void requireForm(@Nullable String text, Pattern form, String what) {
        if (text == null || !form.matcher(text).matches()) {
            throw new Problem(ProblemType.REQUEST_INVALID, what + " is missing or not of the form that is described.");
        }
    }
}
