package io.namesake.exposure.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.namesake.access.ClientPrincipal;
import io.namesake.access.RequiresScope;
import io.namesake.exposure.internal.Disclosures.Answer;
import io.namesake.registry.Holders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** CAMARA KYC Match 0.4.0. */
@CamaraApi
@RestController
@Tag(name = "CAMARA", description = "For others who ask about a line, with its holder's consent")
class KycMatchController {
    /** Where all of CAMARA's operations lie. */
    static final String ROOT = "/camara/";

    private final Disclosures disclosures;
    private final Holders holders;

    KycMatchController(Disclosures disclosures, Holders holders) {
        this.disclosures = disclosures;
        this.holders = holders;
    }

    @PostMapping(ROOT + "kyc-match/v0.4/match")
    @RequiresScope("kyc-match:match")
    @Operation(
            operationId = "KYC_Match",
            summary = "Whether what you believe of a line's holder is what their document says",
            description =
                    "CAMARA KYC Match 0.4.0. The answer has exactly the attributes that were asked for: true, false, or not_available for"
                            + " what no document here says. There are no scores.")
    Map<String, MatchResult> match(
            @Parameter(hidden = true) ClientPrincipal client, @RequestBody @Nullable KycMatchRequest body) {
        if (body == null) {
            throw CamaraError.invalid("A body is needed.");
        }
        var asked = body.attributes();
        if (asked.isEmpty() && body.phoneNumber() == null) {
            throw CamaraError.invalid("An attribute to compare is needed.");
        }
        if (asked.isEmpty()) {
            throw new CamaraError(
                    HttpStatus.BAD_REQUEST,
                    "KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION",
                    "An attribute to compare is needed beside phoneNumber.");
        }
        return disclosures.answer(
                client, Given.sameLineOf(client, body.phoneNumber()), Set.of(Scope.KYC_MATCH), allowed -> {
                    var holder = holders.details(allowed.facts().holderId()).orElseThrow(CamaraError::notApplicable);
                    var results = new TreeMap<String, MatchResult>();
                    asked.forEach((name, given) -> results.put(name + "Match", body.compared(name, given, holder)));
                    return new Answer<>(results, new ArrayList<>(results.keySet()));
                });
    }

    /** How one attribute compares. */
    @Schema(name = "KycMatchResult")
    enum MatchResult {
        @JsonProperty("true")
        TRUE,
        @JsonProperty("false")
        FALSE,
        @JsonProperty("not_available")
        NOT_AVAILABLE;

        static MatchResult of(boolean same) {
            return same ? TRUE : FALSE;
        }
    }
}
