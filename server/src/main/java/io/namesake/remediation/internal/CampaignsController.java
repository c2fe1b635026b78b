package io.namesake.remediation.internal;

import io.namesake.access.OperatorPrincipal;
import io.namesake.language.Language;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.CampaignLines.Slice;
import io.namesake.registry.Line;
import io.namesake.registry.LineStatus;
import io.namesake.registry.Lines;
import io.namesake.registry.Service;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns, as the operator plans, watches and stops them. */
@RestController
@RequestMapping("/v1/remediation-campaigns")
@Tag(
        name = "Campaigns",
        description = "A slice of the base is asked to verify anew, at a pace that the contact centre can follow")
class CampaignsController {
    private static final int MOST_LINES = 2000;
    private static final int FASTEST = 10_000_000;

    private final Campaigns campaigns;
    private final CampaignForecasts forecasts;
    private final Lines lines;

    CampaignsController(Campaigns campaigns, CampaignForecasts forecasts, Lines lines) {
        this.campaigns = campaigns;
        this.forecasts = forecasts;
        this.lines = lines;
    }

    @Schema(name = "NewCampaign")
    record Wanted(
            @Schema(example = "Lines verified before 2020", maxLength = 100)
            String name,

            @Schema(description = "Only lines of this service") @Nullable
            Service service,

            @Schema(description = "Only lines in this status: ACTIVE, LIMITED or UNVERIFIED") @Nullable
            LineStatus status,

            @Schema(description = "Only lines whose holder was last verified before this moment, or never") @Nullable
            Instant verifiedBefore,

            @Schema(description = "These lines and no others, at most 2,000; the other conditions are left out then")
            @Nullable
            List<String> lines,

            @Schema(description = "In which the people are told; in every language where it is left out") @Nullable
            Language language,

            @Schema(description = "How many lines a day are asked, 1 to 10,000,000", example = "5000")
            int pacePerDay,

            @Schema(description = "How many contacts a day the contact centre can take", example = "500")
            int contactCapacityPerDay) {}

    @Schema(name = "CampaignList")
    record All(List<CampaignJson> campaigns) {}

    @Schema(name = "CampaignContacts")
    record Contacted(
            @Schema(description = "How many more contacts there were, 0 to 1,000,000")
            int contacts) {}

    @PostMapping
    @Operation(
            operationId = "createCampaign",
            summary = "Ask a slice of the base to verify anew",
            description =
                    "It runs at once: each line gets a case of the doubt CAMPAIGN, a few every hour. Nobody who was not reached"
                            + " is limited, and no line ends but by a person's decision.")
    @ResponseStatus(HttpStatus.CREATED)
    CampaignJson create(@Parameter(hidden = true) OperatorPrincipal operator, @RequestBody Wanted wanted) {
        return CampaignJson.of(campaigns.create(checked(operator, wanted)));
    }

    @PostMapping("/forecast")
    @Operation(
            operationId = "forecastNewCampaign",
            summary = "What a campaign would bring day by day, before it is made",
            description = CampaignOutlook.FORMULA)
    CampaignOutlook forecast(@Parameter(hidden = true) OperatorPrincipal operator, @RequestBody Wanted wanted) {
        return forecasts.of(checked(operator, wanted));
    }

    @GetMapping("/{id}/forecast")
    @Operation(
            operationId = "forecastCampaign",
            summary = "What a campaign will bring day by day from now on",
            description = CampaignOutlook.FORMULA)
    CampaignOutlook forecast(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        return forecasts.of(campaigns.find(operator.operatorId(), id));
    }

    @GetMapping
    @Operation(operationId = "listCampaigns", summary = "The operator's campaigns, the newest first")
    All list(@Parameter(hidden = true) OperatorPrincipal operator) {
        return new All(campaigns.of(operator.operatorId()).stream()
                .map(CampaignJson::of)
                .toList());
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getCampaign",
            summary = "How far a campaign has come, and what the contact centre has to expect")
    CampaignJson get(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        return CampaignJson.of(campaigns.find(operator.operatorId(), id));
    }

    @PostMapping("/{id}/pause")
    @Operation(operationId = "pauseCampaign", summary = "Ask nobody more for now; cases that are open go on")
    CampaignJson pause(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        return CampaignJson.of(campaigns.run(operator.operatorId(), id, false));
    }

    @PostMapping("/{id}/resume")
    @Operation(operationId = "resumeCampaign", summary = "Go on, without making up for the pause")
    CampaignJson resume(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        return CampaignJson.of(campaigns.run(operator.operatorId(), id, true));
    }

    @PostMapping("/{id}/stop")
    @Operation(
            operationId = "stopCampaign",
            summary = "Stop for good: its open cases are withdrawn, their limits undone",
            description =
                    "Bit by bit, in the background; it is STOPPED when all of it is done. Asked again, it changes nothing.")
    CampaignJson stop(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        return CampaignJson.of(campaigns.stop(operator.operatorId(), id));
    }

    @PostMapping("/{id}/contacts")
    @Operation(operationId = "reportCampaignContacts", summary = "Report contacts, from which the forecast learns")
    CampaignJson contacted(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @PathVariable UUID id,
            @RequestBody Contacted contacted) {
        if (contacted.contacts() < 0 || contacted.contacts() > 1_000_000) {
            throw new Problem(ProblemType.REQUEST_INVALID, "contacts lie between 0 and 1,000,000.");
        }
        return CampaignJson.of(campaigns.contacted(operator.operatorId(), id, contacted.contacts()));
    }

    private Campaigns.Wanted checked(OperatorPrincipal operator, Wanted wanted) {
        var name = wanted.name() == null ? "" : wanted.name().strip();
        if (name.isEmpty() || name.length() > 100 || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new Problem(ProblemType.REQUEST_INVALID, "A name of 1 to 100 printable characters is needed.");
        }
        if (wanted.pacePerDay() < 1
                || wanted.pacePerDay() > FASTEST
                || wanted.contactCapacityPerDay() < 1
                || wanted.contactCapacityPerDay() > FASTEST) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID, "pacePerDay and contactCapacityPerDay lie between 1 and 10,000,000.");
        }
        if (wanted.status() == LineStatus.PENDING || wanted.status() == LineStatus.DEACTIVATED) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The status is one of a line in use.");
        }
        return new Campaigns.Wanted(
                operator.operatorId(),
                name,
                new Slice(wanted.service(), wanted.status(), wanted.verifiedBefore()),
                named(operator, wanted.lines()),
                wanted.language(),
                wanted.pacePerDay(),
                wanted.contactCapacityPerDay());
    }

    private List<UUID> named(OperatorPrincipal operator, @Nullable List<String> names) {
        if (names == null) {
            return List.of();
        }
        if (names.isEmpty() || names.size() > MOST_LINES) {
            throw new Problem(ProblemType.REQUEST_INVALID, "lines holds 1 to 2,000 lines.");
        }
        return names.stream()
                .map(name -> lines.find(operator.operatorId(), name == null ? "" : name)
                        .map(Line::id)
                        .orElseThrow(() -> new Problem(ProblemType.LINE_UNKNOWN)))
                .distinct()
                .toList();
    }
}
