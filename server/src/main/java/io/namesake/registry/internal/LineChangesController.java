package io.namesake.registry.internal;

import io.namesake.access.OperatorPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.EquipmentKind;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an operator tells of its lines: what they are made of, that their holder has died, that their number went away. */
@RestController
@RequestMapping("/v1/lines")
@Tag(name = "Lines", description = "Telephone numbers and internet accounts, and whether they may be switched on")
class LineChangesController {
    private final LineEquipment equipment;
    private final HeldSimChanges heldChanges;
    private final Inheritances inheritances;
    private final PortedLines ports;
    private final PortedInLines portsIn;

    LineChangesController(
            LineEquipment equipment,
            HeldSimChanges heldChanges,
            Inheritances inheritances,
            PortedLines ports,
            PortedInLines portsIn) {
        this.equipment = equipment;
        this.heldChanges = heldChanges;
        this.inheritances = inheritances;
        this.ports = ports;
        this.portsIn = portsIn;
    }

    @PutMapping("/equipment")
    @Operation(
            operationId = "putLineEquipment",
            summary = "Say what a line is made of",
            description =
                    "Another ICCID, IMSI or EID is a SIM change. There is none while a case limits the line, and none for a line in"
                            + " somebody's name before an application with the purpose SIM_CHANGE for this very ICCID or EID was"
                            + " verified; until then the answer is `sim-change-not-verified`.")
    EquipmentAnswer put(@Parameter(hidden = true) OperatorPrincipal operator, @RequestBody NewEquipment wanted) {
        var kind = wanted.kind();
        var value = wanted.value();
        if (kind == null || value == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "line, kind and value are needed.");
        }
        try {
            return EquipmentAnswer.of(equipment.put(operator.operatorId(), wanted.line(), kind, value));
        } catch (Problem problem) {
            if (problem.type() == ProblemType.SIM_CHANGE_NOT_VERIFIED) {
                heldChanges.log(operator.operatorId(), wanted.line(), kind);
            }
            throw problem;
        }
    }

    @GetMapping("/equipment")
    @Operation(operationId = "getLineEquipment", summary = "What a line is and was made of, the latest first")
    EquipmentList equipment(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @Parameter(example = "+8613800138000") @RequestParam String line) {
        return new EquipmentList(equipment.of(operator.operatorId(), line).stream()
                .map(EquipmentAnswer::of)
                .toList());
    }

    @PostMapping("/inheritance")
    @Operation(
            operationId = "offerInheritance",
            summary = "Say that a line's holder has died, and offer the line to an heir",
            description =
                    "Hand the token to whoever showed you the evidence. They accept it once they are verified. The"
                            + " answer does not say whose line it was.")
    @ResponseStatus(HttpStatus.CREATED)
    InheritanceOffer inherit(@Parameter(hidden = true) OperatorPrincipal operator, @RequestBody Inheritance wanted) {
        var evidence = wanted.evidence();
        if (evidence == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "line and evidence are needed.");
        }
        var offer = inheritances.offer(operator.operatorId(), wanted.line(), evidence);
        return new InheritanceOffer(offer.id(), offer.token(), offer.expiresAt());
    }

    @PostMapping("/port-out")
    @Operation(
            operationId = "portLineOut",
            summary = "Say that a number went to another operator",
            description = "Its holding ends and the line is deactivated. Not while a case limits the line.")
    Ported port(@Parameter(hidden = true) OperatorPrincipal operator, @RequestBody Porting wanted) {
        var port = ports.out(operator.operatorId(), wanted.line(), wanted.reference());
        return new Ported(port.id(), port.reference(), port.at());
    }

    @PostMapping("/port-in")
    @Operation(
            operationId = "notePortIn",
            summary = "Say that a number that is asked for comes from another operator",
            description = "While the line is PENDING. The holding that begins with it has the cause PORTED_IN.")
    PortedHere portIn(@Parameter(hidden = true) OperatorPrincipal operator, @RequestBody PortingIn wanted) {
        var port = portsIn.in(operator.operatorId(), wanted.line(), wanted.from(), wanted.reference(), wanted.at());
        return new PortedHere(
                port.id(), port.reference(), port.ported().from(), port.ported().at());
    }

    @Schema(name = "NewEquipment")
    record NewEquipment(
            @Schema(example = "+8613800138000") @Nullable String line,
            @Nullable EquipmentKind kind,

            @Schema(
                    description =
                            "ICCID: 18 to 20 digits with a Luhn digit (ITU-T E.118). IMSI: 14 or 15 digits (ITU-T E.212)."
                                    + " EID: 32 digits with their check (GSMA SGP.02). Address: at most 300 characters,"
                                    + " circuit: at most 100",
                    maxLength = EquipmentNumbers.LONGEST_TEXT)
            @Nullable
            String value) {
        /** Without the value, since records end up in logs. */
        @Override
        public String toString() {
            return "NewEquipment[" + kind + "]";
        }
    }

    @Schema(name = "EquipmentList")
    record EquipmentList(List<EquipmentAnswer> equipment) {}

    @Schema(name = "Equipment", description = "One part of a line for a time")
    record EquipmentAnswer(
            EquipmentKind kind,
            String value,
            Instant from,

            @Schema(description = "null while it is there") @Nullable
            Instant until) {
        static EquipmentAnswer of(EquipmentTable.Part part) {
            return new EquipmentAnswer(part.kind(), part.value(), part.from(), part.until());
        }
    }

    @Schema(name = "Inheritance")
    record Inheritance(@Nullable String line, Inheritances.@Nullable Evidence evidence) {}

    @Schema(name = "InheritanceOffer")
    record InheritanceOffer(
            UUID id,

            @Schema(description = "For the heir, shown once")
            String token,

            Instant expiresAt) {}

    @Schema(name = "Porting")
    record Porting(
            @Nullable String line,

            @Schema(description = "Of your order: 1 to 64 letters, digits and . _ / -", example = "PORT-4711") @Nullable
            String reference) {}

    @Schema(name = "PortingIn")
    record PortingIn(
            @Nullable String line,

            @Schema(
                    description = "The other operator",
                    example = "Other Telecom",
                    maxLength = PortedInLines.LONGEST_NAME)
            @Nullable
            String from,

            @Schema(description = "Of your order: 1 to 64 letters, digits and . _ / -", example = "PORT-4711") @Nullable
            String reference,

            @Schema(description = "When the network lets it over, at most 90 days from now; absent for now") @Nullable
            Instant at) {}

    @Schema(name = "PortedIn")
    record PortedHere(UUID id, String reference, String from, Instant at) {}

    @Schema(name = "Ported")
    record Ported(UUID id, String reference, Instant at) {}
}
