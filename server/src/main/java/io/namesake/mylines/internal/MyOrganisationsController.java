package io.namesake.mylines.internal;

import io.namesake.access.HolderPrincipal;
import io.namesake.access.OperatorDirectory;
import io.namesake.access.OperatorId;
import io.namesake.language.Language;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Organisations;
import io.namesake.registry.Organisations.Organisation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The organisations that a person acts for. */
@RestController
@Tag(name = "My lines")
class MyOrganisationsController {
    private final Organisations organisations;
    private final OperatorDirectory operators;

    MyOrganisationsController(Organisations organisations, OperatorDirectory operators) {
        this.organisations = organisations;
        this.operators = operators;
    }

    @Schema(name = "NewOrganisation")
    record Wanted(
            @Schema(maxLength = 200) @Nullable String name,
            @Schema(maxLength = 60) @Nullable String registrationNumber,
            @Schema(example = "CN") @Nullable String country,

            @Schema(description = "Whose staff are to confirm it; absent for the one that this deployment began with")
            @Nullable
            UUID operatorId) {

        /** Says nothing of whom, since records end up in logs. */
        @Override
        public String toString() {
            return "Wanted[...]";
        }
    }

    @Schema(name = "MyOrganisation")
    record Mine(
            UUID id,
            String name,
            String registrationNumber,
            String country,
            Organisations.State state,

            @Schema(description = "Why it could not be confirmed, in plain words") @Nullable
            String refusal) {
        static Mine of(Organisation organisation, Language language) {
            return new Mine(
                    organisation.id(),
                    organisation.name(),
                    organisation.registrationNumber(),
                    organisation.country(),
                    organisation.state(),
                    organisation.refusal() == null
                            ? null
                            : organisation.refusal().sentence(language));
        }
    }

    @Schema(name = "MyOrganisations")
    record All(List<Mine> organisations) {}

    @PostMapping("/v1/me/organisations")
    @Operation(
            operationId = "registerOrganisation",
            summary = "Register an organisation that you act for",
            description =
                    "It can hold lines once the provider's staff have seen an extract that says you may act for it.")
    @ResponseStatus(HttpStatus.CREATED)
    Mine register(
            @Parameter(hidden = true) HolderPrincipal holder,
            @RequestParam(defaultValue = "en") String locale,
            @RequestBody Wanted wanted) {
        if (wanted.name() == null || wanted.registrationNumber() == null || wanted.country() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "name, registrationNumber and country are needed.");
        }
        var operator = wanted.operatorId() == null ? operators.first() : new OperatorId(wanted.operatorId());
        return Mine.of(
                organisations.register(
                        holder.holderId(), operator, wanted.name(), wanted.registrationNumber(), wanted.country()),
                Locales.of(locale));
    }

    @GetMapping("/v1/me/organisations")
    @Operation(operationId = "myOrganisations", summary = "The organisations that you act for, or asked to")
    All list(@Parameter(hidden = true) HolderPrincipal holder, @RequestParam(defaultValue = "en") String locale) {
        var language = Locales.of(locale);
        return new All(organisations.of(holder.holderId()).stream()
                .map(one -> Mine.of(one, language))
                .toList());
    }
}
