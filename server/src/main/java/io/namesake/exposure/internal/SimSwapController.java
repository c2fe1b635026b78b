package io.namesake.exposure.internal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.namesake.access.ClientPrincipal;
import io.namesake.access.RequiresScope;
import io.namesake.exposure.internal.Disclosures.Allowed;
import io.namesake.exposure.internal.Disclosures.Answer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * CAMARA SIM Swap 2.1.0. A SIM that is new with its line counts as a swap, as the definition says: the number may have been somebody
 * else's before.
 */
@CamaraApi
@RestController
@Tag(name = "CAMARA")
class SimSwapController {
    private static final int USUAL_HOURS = 240;
    private static final int MOST_HOURS = 2_400;

    private final Disclosures disclosures;

    SimSwapController(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Schema(name = "SimSwapCheckRequest")
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Wanted(
            @Nullable String phoneNumber,

            @Schema(description = "Hours back from now", minimum = "1", maximum = "2400", defaultValue = "240")
            @Nullable
            Integer maxAge) {}

    @Schema(name = "SimSwapCheck")
    record Swapped(boolean swapped) {}

    @Schema(name = "SimSwapDate")
    record Latest(Instant latestSimChange) {}

    @PostMapping(KycMatchController.ROOT + "sim-swap/v2/check")
    @RequiresScope("sim-swap:check")
    @Operation(
            operationId = "checkSimSwap",
            summary = "Whether a line's SIM was changed in the last hours",
            description = "CAMARA SIM Swap 2.1.0.")
    Swapped check(@Parameter(hidden = true) ClientPrincipal client, @RequestBody @Nullable Wanted body) {
        if (body == null) {
            throw CamaraError.invalid("A body is needed.");
        }
        int hours = body.maxAge() == null ? USUAL_HOURS : body.maxAge();
        if (hours < 1 || hours > MOST_HOURS) {
            throw CamaraError.outOfRange("maxAge must lie between 1 and 2400 hours.");
        }
        return disclosures.answer(
                client,
                Given.lineOf(client, body.phoneNumber()),
                Set.of(Scope.SIM_SWAP_CHECK),
                allowed -> new Answer<>(
                        new Swapped(!simSince(allowed).isBefore(allowed.now().minus(Duration.ofHours(hours)))),
                        List.of("swapped")));
    }

    @PostMapping(KycMatchController.ROOT + "sim-swap/v2/retrieve-date")
    @RequiresScope("sim-swap:retrieve-date")
    @Operation(
            operationId = "retrieveSimSwapDate",
            summary = "Since when a line has its SIM",
            description = "CAMARA SIM Swap 2.1.0.")
    Latest date(@Parameter(hidden = true) ClientPrincipal client, @RequestBody @Nullable AboutOneLine body) {
        if (body == null) {
            throw CamaraError.invalid("A body is needed.");
        }
        return disclosures.answer(
                client,
                Given.lineOf(client, body.phoneNumber()),
                Set.of(Scope.SIM_SWAP_DATE),
                allowed -> new Answer<>(new Latest(simSince(allowed)), List.of("latestSimChange")));
    }

    private static Instant simSince(Allowed allowed) {
        var since = allowed.facts().simSince();
        if (since == null) {
            throw CamaraError.notApplicable();
        }
        return since;
    }
}
