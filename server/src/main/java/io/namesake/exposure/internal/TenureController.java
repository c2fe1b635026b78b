package io.namesake.exposure.internal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.namesake.access.ClientPrincipal;
import io.namesake.access.RequiresScope;
import io.namesake.exposure.internal.Disclosures.Answer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** CAMARA KYC Tenure 0.2.0. */
@CamaraApi
@RestController
@Tag(name = "CAMARA")
class TenureController {
    private final Disclosures disclosures;
    private final Clock clock;

    TenureController(Disclosures disclosures, Clock clock) {
        this.disclosures = disclosures;
        this.clock = clock;
    }

    @Schema(name = "TenureRequest")
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Wanted(
            @Nullable String phoneNumber,

            @Schema(format = "date", example = "2023-07-03") @Nullable
            String tenureDate) {}

    /** The kind of contract is not known here, and left out as the definition allows. */
    @Schema(name = "Tenure")
    record Answered(boolean tenureDateCheck) {}

    @PostMapping(KycMatchController.ROOT + "kyc-tenure/v0.2/check-tenure")
    @RequiresScope("kyc-tenure:check-tenure")
    @Operation(
            operationId = "checkTenure",
            summary = "Whether a line has been its holder's since a day",
            description = "CAMARA KYC Tenure 0.2.0. A line that changed hands begins anew.")
    Answered check(@Parameter(hidden = true) ClientPrincipal client, @RequestBody @Nullable Wanted body) {
        var since = body == null ? null : Given.date("tenureDate", body.tenureDate());
        if (body == null || since == null) {
            throw CamaraError.invalid("tenureDate is needed.");
        }
        if (since.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            throw CamaraError.outOfRange("tenureDate lies in the future.");
        }
        return disclosures.answer(
                client,
                Given.lineOf(client, body.phoneNumber()),
                Set.of(Scope.TENURE),
                allowed -> new Answer<>(
                        new Answered(!LocalDate.ofInstant(allowed.facts().heldSince(), ZoneOffset.UTC)
                                .isAfter(since)),
                        List.of("tenureDateCheck")));
    }
}
