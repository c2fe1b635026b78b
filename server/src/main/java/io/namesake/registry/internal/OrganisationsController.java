package io.namesake.registry.internal;

import io.namesake.access.StaffPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Organisations.Evidence;
import io.namesake.registry.Organisations.Refusal;
import io.namesake.registry.Organisations.State;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether somebody may act for an organisation: staff see the open case and never the organisation's lines. */
@RestController
@RequestMapping("/v1/organisations")
@Tag(name = "Organisations", description = "Whether a person may act for an organisation")
class OrganisationsController {
    private final RegisteredOrganisations organisations;

    OrganisationsController(RegisteredOrganisations organisations) {
        this.organisations = organisations;
    }

    @GetMapping
    @Operation(operationId = "listOrganisations", summary = "Organisations in a state, the oldest first, without names")
    OrganisationList list(
            @Parameter(hidden = true) StaffPrincipal staff, @RequestParam(defaultValue = "PENDING") State state) {
        return new OrganisationList(organisations.cases(staff.operatorId(), state).stream()
                .map(row -> new OrganisationEntry(
                        row.organisation().id(),
                        row.organisation().country(),
                        row.organisation().state(),
                        row.registeredAt()))
                .toList());
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getOrganisationCase",
            summary = "One pending organisation, to compare with an extract of its register",
            description = "Each look is logged. There is nothing to see once it was decided.")
    OrganisationCase look(@Parameter(hidden = true) StaffPrincipal staff, @PathVariable UUID id) {
        var found = organisations.look(staff, id);
        var organisation = found.row().organisation();
        return new OrganisationCase(
                id,
                organisation.name(),
                organisation.registrationNumber(),
                organisation.country(),
                found.row().registeredAt(),
                found.representative().familyName(),
                found.representative().givenNames());
    }

    @PostMapping("/{id}/decision")
    @Operation(
            operationId = "decideOrganisation",
            summary = "Confirm or refuse that the person may act for the organisation",
            description = "With `evidence` it is confirmed, with `refusal` refused; exactly one of them is given.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(
            @Parameter(hidden = true) StaffPrincipal staff,
            @PathVariable UUID id,
            @RequestBody OrganisationDecision decision) {
        if ((decision.evidence() == null) == (decision.refusal() == null)) {
            throw new Problem(ProblemType.REQUEST_INVALID, "Either evidence or refusal is needed.");
        }
        organisations.decide(staff, id, decision.evidence(), decision.refusal());
    }

    @Schema(name = "OrganisationDecision")
    record OrganisationDecision(
            @Nullable Evidence evidence, @Nullable Refusal refusal) {}

    @Schema(name = "OrganisationList")
    record OrganisationList(List<OrganisationEntry> organisations) {}

    @Schema(name = "OrganisationEntry")
    record OrganisationEntry(UUID id, String country, State state, Instant registeredAt) {}

    @Schema(name = "OrganisationCase")
    record OrganisationCase(
            UUID id,
            String name,
            String registrationNumber,
            String country,
            Instant registeredAt,

            @Schema(description = "Of the person who says that they may act for it")
            String familyName,

            String givenNames) {
        /** Names nobody, since records end up in logs. */
        @Override
        public String toString() {
            return "OrganisationCase[" + id + "]";
        }
    }
}
