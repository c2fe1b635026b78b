package io.namesake.exposure.internal;

import io.namesake.access.ClientPrincipal;
import io.namesake.access.RequiresScope;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For a client that wants to ask about a line: the holder is asked first. */
@RestController
@Tag(name = "Consent of a holder", description = "Before anything is told of a line, its holder agrees")
class ConsentRequestsController {

    private final DisclosureConsents consents;
    private final Clock clock;

    ConsentRequestsController(DisclosureConsents consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    @Schema(name = "NewConsentRequest")
    record Wanted(
            @Schema(example = "+8613800138000") @Nullable String phoneNumber,

            @Schema(example = "[\"kyc-match:match\"]") @Nullable
            Set<Scope> scopes,

            @Nullable Purpose purpose) {}

    /** What the client learns of an answer: a refusal looks like no answer at all until its time is over. */
    @Schema(name = "ConsentRequestState")
    enum Progress {
        /** Nobody has agreed yet; perhaps nobody will. */
        WAITING,
        /** Questions are answered. */
        GRANTED,
        /** Questions are not answered, or not any more. */
        NOT_GRANTED
    }

    @Schema(name = "ConsentRequest")
    record Shown(
            UUID id,
            Progress state,

            @Schema(description = "Until when the holder can answer, or until when their consent lasts")
            Instant until) {}

    @PostMapping("/v1/consent-requests")
    @RequiresScope({
        "kyc-match:match",
        "kyc-fill-in:phoneNumber",
        "kyc-fill-in:idDocument",
        "kyc-fill-in:name",
        "kyc-fill-in:givenName",
        "kyc-fill-in:familyName",
        "kyc-fill-in:birthdate",
        "kyc-age-verification:verify",
        "kyc-tenure:check-tenure",
        "sim-swap:check",
        "sim-swap:retrieve-date",
        "number-verification:verify",
        "number-verification:device-phone-number:read"
    })
    @Operation(
            operationId = "requestConsent",
            summary = "Ask the holder of a line whether you may ask about it",
            description =
                    "Tell the person to open their lines and agree there. The answer is the same for a number that is no"
                            + " line. A new wish about a line takes the place of your last one.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Shown request(@Parameter(hidden = true) ClientPrincipal client, @RequestBody Wanted wanted) {
        if (client.line() != null) {
            throw new Problem(
                    ProblemType.NOT_ALLOWED, "A token that a person's browser brought is about one line only.");
        }
        if (wanted.phoneNumber() == null
                || wanted.purpose() == null
                || wanted.scopes() == null
                || wanted.scopes().isEmpty()
                || !Given.isPhoneNumber(wanted.phoneNumber())) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID, "phoneNumber in E.164 with its plus, scopes and purpose are needed.");
        }
        if (!wanted.scopes().stream().allMatch(scope -> client.scopes().contains(scope.value()))) {
            throw new Problem(ProblemType.NOT_ALLOWED, "Only scopes that your token has can be asked for.");
        }
        return shown(consents.request(client, wanted.phoneNumber(), wanted.scopes(), wanted.purpose()));
    }

    @GetMapping("/v1/consent-requests/{id}")
    @RequiresScope({
        "kyc-match:match",
        "kyc-fill-in:phoneNumber",
        "kyc-fill-in:idDocument",
        "kyc-fill-in:name",
        "kyc-fill-in:givenName",
        "kyc-fill-in:familyName",
        "kyc-fill-in:birthdate",
        "kyc-age-verification:verify",
        "kyc-tenure:check-tenure",
        "sim-swap:check",
        "sim-swap:retrieve-date",
        "number-verification:verify",
        "number-verification:device-phone-number:read"
    })
    @Operation(operationId = "consentRequest", summary = "Whether the holder has agreed")
    Shown find(@Parameter(hidden = true) ClientPrincipal client, @PathVariable UUID id) {
        return shown(consents.ofClient(client, id));
    }

    private Shown shown(Consent consent) {
        var over = !clock.instant().isBefore(consent.endsAt());
        var state = over
                ? Progress.NOT_GRANTED
                : switch (consent.state()) {
                    case GRANTED -> Progress.GRANTED;
                    // What was withdrawn before its end was never granted, and a number that is no line is never
                    // refused.
                    case REQUESTED, REFUSED, WITHDRAWN -> Progress.WAITING;
                };
        return new Shown(consent.id(), state, consent.endsAt());
    }
}
