package io.namesake.exposure.internal;

import io.namesake.access.HolderPrincipal;
import io.namesake.registry.Line;
import io.namesake.registry.Lines;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The holder's page of who wants to know, who may, and who was told what. */
@RestController
@Tag(name = "My lines")
class MyDisclosuresController {
    private static final int MOST = 200;

    private final DisclosureConsents consents;
    private final ConsentTable table;
    private final DisclosureTable told;
    private final Lines lines;
    private final Clock clock;

    MyDisclosuresController(
            DisclosureConsents consents, ConsentTable table, DisclosureTable told, Lines lines, Clock clock) {
        this.consents = consents;
        this.table = table;
        this.told = told;
        this.lines = lines;
        this.clock = clock;
    }

    /** How it stands for the holder. */
    @Schema(name = "MyConsentState")
    enum Standing {
        WAITING,
        GRANTED,
        REFUSED,
        WITHDRAWN,
        EXPIRED
    }

    @Schema(name = "MyConsent")
    record MyConsent(
            UUID id,

            @Schema(description = "Who asks", example = "Sample Bank")
            String client,

            String line,
            List<Scope> scopes,
            Purpose purpose,
            Standing state,
            Instant requestedAt,
            @Nullable Instant decidedAt,
            Instant endsAt) {}

    @Schema(name = "MyDisclosure")
    record MyDisclosure(
            String client,
            String line,
            Scope scope,

            @Schema(description = "What was answered, without the values")
            List<String> attributes,

            AskedWith askedWith,
            Instant at) {}

    @Schema(name = "MyDisclosures")
    record All(List<MyConsent> consents, List<MyDisclosure> disclosures) {}

    @GetMapping("/v1/me/disclosures")
    @Operation(
            operationId = "myDisclosures",
            summary = "Who wants to ask about your lines, who may, and what was told",
            description = "The latest 200 of each.")
    All all(@Parameter(hidden = true) HolderPrincipal holder) {
        var asked = table.of(holder.holderId(), MOST);
        var answered = told.of(holder.holderId(), MOST);
        var names = names(Stream.concat(
                asked.stream().map(Consent::lineId).filter(Objects::nonNull),
                answered.stream().map(DisclosureTable.Told::lineId)));
        return new All(
                asked.stream().map(consent -> shown(consent, names)).toList(),
                answered.stream()
                        .map(one -> new MyDisclosure(
                                one.clientName(),
                                names.getOrDefault(one.lineId(), ""),
                                one.scope(),
                                one.attributes(),
                                one.askedWith(),
                                one.at()))
                        .toList());
    }

    @PostMapping("/v1/me/consents/{id}/grant")
    @Operation(operationId = "grantConsent", summary = "Let somebody ask about your line, for a time")
    All grant(@Parameter(hidden = true) HolderPrincipal holder, @PathVariable UUID id) {
        consents.grant(holder, id);
        return all(holder);
    }

    @PostMapping("/v1/me/consents/{id}/refusal")
    @Operation(operationId = "refuseConsent", summary = "Say no; the same client cannot ask again for a while")
    All refuse(@Parameter(hidden = true) HolderPrincipal holder, @PathVariable UUID id) {
        consents.refuse(holder, id);
        return all(holder);
    }

    @DeleteMapping("/v1/me/consents/{id}")
    @Operation(operationId = "withdrawConsentToAsk", summary = "End a consent at once")
    All withdraw(@Parameter(hidden = true) HolderPrincipal holder, @PathVariable UUID id) {
        consents.withdraw(holder, id);
        return all(holder);
    }

    private MyConsent shown(Consent consent, Map<UUID, String> names) {
        var over = !clock.instant().isBefore(consent.endsAt());
        var state = switch (consent.state()) {
            case REQUESTED -> over ? Standing.EXPIRED : Standing.WAITING;
            case GRANTED -> over ? Standing.EXPIRED : Standing.GRANTED;
            case REFUSED -> Standing.REFUSED;
            case WITHDRAWN -> Standing.WITHDRAWN;
        };
        return new MyConsent(
                consent.id(),
                consent.clientName(),
                consent.lineId() == null ? "" : names.getOrDefault(consent.lineId(), ""),
                consent.scopes().stream().sorted().toList(),
                consent.purpose(),
                state,
                consent.requestedAt(),
                consent.decidedAt(),
                consent.endsAt());
    }

    private Map<UUID, String> names(Stream<UUID> lineIds) {
        return lines.byIds(lineIds.collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Line::id, line -> line.identifier().value()));
    }
}
