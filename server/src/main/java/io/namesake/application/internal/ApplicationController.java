package io.namesake.application.internal;

import io.namesake.access.Caller;
import io.namesake.access.OperatorPrincipal;
import io.namesake.application.CreatedApplication;
import io.namesake.application.Purpose;
import io.namesake.language.Language;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.EquipmentKind;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.LineInvalid;
import io.namesake.registry.Service;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Applications, as operators start and follow them. */
@RestController
@Tag(name = "Applications")
class ApplicationController {
    private static final int MOST = 200;

    private final NewApplications newApplications;
    private final ApplicationTable applications;
    private final Road road;
    private final ApplicationViews views;

    ApplicationController(
            NewApplications newApplications, ApplicationTable applications, Road road, ApplicationViews views) {
        this.newApplications = newApplications;
        this.applications = applications;
        this.road = road;
        this.views = views;
    }

    /** What an operator asks for. */
    @Schema(name = "NewApplication")
    record Wanted(
            @Schema(
                    defaultValue = "NEW_LINE",
                    description =
                            "REVERIFY: the holder of a line in use stands for it again. SIM_CHANGE: the holder of a line agrees to"
                                    + " another SIM for it. MY_LINES: no line; the person"
                                    + " wants to see what stands in their name")
            @Nullable
            Purpose purpose,

            @Schema(description = "Absent when the purpose is MY_LINES") @Nullable
            Service service,

            @Schema(
                    example = "+8613800138000",
                    description = "A number in international form (E.164), or for INTERNET an account `user@realm`"
                            + " (RFC 7542). Absent when the purpose is MY_LINES")
            @Nullable
            String line,

            @Schema(description = "The applicant's language")
            Language locale,

            @Schema(description = "The SIM that the line is to get; only where the purpose is SIM_CHANGE") @Nullable
            WantedSim sim) {}

    /** A SIM card or an eSIM chip. */
    @Schema(name = "WantedSim")
    record WantedSim(
            @Schema(allowableValues = {"ICCID", "EID"}) @Nullable
            EquipmentKind kind,

            @Schema(description = "ICCID: 18 to 20 digits with a Luhn digit. EID: 32 digits with their check") @Nullable
            String value) {
        /** Without the value, since records end up in logs. */
        @Override
        public String toString() {
            return "WantedSim[" + kind + "]";
        }
    }

    /** Some applications. */
    @Schema(name = "ApplicationList")
    record Page(List<ApplicationJson> applications) {}

    @PostMapping("/v1/applications")
    @Operation(
            operationId = "createApplication",
            summary = "Start an application for a line",
            description =
                    "The line is PENDING from now on. Give the capture link to the applicant: it opens one session, once."
                            + " With an `Idempotency-Key`, the same request within 24 hours gives the same answer.")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedApplication create(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @Parameter(description = "1 to 255 visible ASCII characters", example = "order-4711")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key,
            @RequestBody Wanted wanted,
            HttpServletResponse response) {
        var created = newApplications.create(operator.operatorId(), valid(wanted), Optional.ofNullable(key));
        response.setHeader(HttpHeaders.LOCATION, "/v1/applications/" + created.id());
        return created;
    }

    @GetMapping("/v1/applications")
    @Operation(operationId = "listApplications", summary = "The newest applications, newest first")
    Page list(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Problem(ProblemType.REQUEST_INVALID, "limit must lie between 1 and 200.");
        }
        return new Page(applications.newest(operator.operatorId(), limit).stream()
                .map(views::view)
                .toList());
    }

    @GetMapping("/v1/applications/{id}")
    @Operation(
            operationId = "getApplication",
            summary = "One application and its decision",
            description = "For the operator that started it, and for the applicant's own session.")
    ApplicationJson get(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        return views.view(road.find(caller, id));
    }

    private static NewApplications.@Nullable Sim sim(@Nullable WantedSim wanted) {
        if (wanted == null) {
            return null;
        }
        var kind = wanted.kind();
        var value = wanted.value();
        if (kind == null || value == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "A sim has a kind and a value.");
        }
        return new NewApplications.Sim(kind, value);
    }

    private static NewApplications.Wanted valid(Wanted wanted) {
        if (wanted.locale() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "locale is needed.");
        }
        var purpose = wanted.purpose() == null ? Purpose.NEW_LINE : wanted.purpose();
        if (purpose == Purpose.MY_LINES) {
            if (wanted.service() != null || wanted.line() != null || wanted.sim() != null) {
                throw new Problem(ProblemType.REQUEST_INVALID, "An application to see one's own lines names no line.");
            }
            return new NewApplications.Wanted(purpose, null, wanted.locale(), null);
        }
        var sim = sim(wanted.sim());
        if ((purpose == Purpose.SIM_CHANGE) != (sim != null)) {
            throw new Problem(ProblemType.REQUEST_INVALID, "sim is needed for SIM_CHANGE, and for nothing else.");
        }
        if (wanted.service() == null || wanted.line() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "service, line and locale are needed.");
        }
        try {
            return new NewApplications.Wanted(
                    purpose, LineIdentifier.parse(wanted.service(), wanted.line()), wanted.locale(), sim);
        } catch (LineInvalid invalid) {
            throw new Problem(ProblemType.LINE_INVALID, invalid.getMessage());
        }
    }
}
