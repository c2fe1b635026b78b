package io.namesake.mylines.internal;

import io.namesake.access.HolderPrincipal;
import io.namesake.access.OpenToAnyone;
import io.namesake.language.Language;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Service;
import io.namesake.registry.Transfer;
import io.namesake.registry.Transfers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Handing a line over, for both sides. Neither learns who the other is from us. */
@RestController
@Tag(name = "My lines")
class MyTransfersController {
    private final Transfers transfers;
    private final String publicUrl;

    MyTransfersController(Transfers transfers, @Value("${namesake.public-url}") String publicUrl) {
        this.transfers = transfers;
        this.publicUrl = publicUrl;
    }

    @Schema(name = "TransferOffer")
    record Offer(
            UUID id,

            @Schema(description = "Give it to whoever is to hold the line; shown once")
            URI url,

            Instant expiresAt) {

        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return "Offer[" + id + "]";
        }
    }

    @Schema(name = "OfferedLine")
    record Offered(
            String line,
            Service service,
            String operator,
            Transfer.Kind kind,
            Transfer.State state,
            Instant expiresAt,

            @Schema(description = "A machine uses it: it stays so with you, and does not count as one of your lines")
            boolean machine) {}

    @Schema(name = "TransferAcceptance")
    record Acceptance(
            @Nullable String token,

            @Schema(
                    description =
                            "A confirmed organisation that you act for and that is to hold the line; absent for yourself")
            @Nullable
            UUID organisationId) {

        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return "Acceptance[...]";
        }
    }

    @Schema(name = "MyTransfer")
    record Mine(
            UUID id,
            UUID lineId,
            String line,
            String operator,
            Transfer.Kind kind,
            Transfer.Side side,
            Transfer.State state,
            Instant offeredAt,
            @Nullable Instant acceptedAt,

            @Schema(description = "When the offer expires; once accepted, until when the provider may object")
            Instant dueAt,

            @Nullable Instant endedAt,

            @Schema(description = "Why the provider objected, in plain words") @Nullable
            String veto,

            @Schema(description = "Why it stayed with its holder at the last step, in plain words") @Nullable
            String refusal) {
        static Mine of(Transfer transfer, Language language) {
            return new Mine(
                    transfer.id(),
                    transfer.lineId(),
                    transfer.line().value(),
                    transfer.operatorName(),
                    transfer.kind(),
                    transfer.side(),
                    transfer.state(),
                    transfer.offeredAt(),
                    transfer.acceptedAt(),
                    transfer.dueAt(),
                    transfer.endedAt(),
                    transfer.vetoReason() == null ? null : transfer.vetoReason().sentence(language),
                    transfer.refusal() == null ? null : transfer.refusal().sentence(transfer.side(), language));
        }
    }

    @Schema(name = "MyTransfers")
    record All(List<Mine> transfers) {}

    @PostMapping("/v1/me/lines/{lineId}/transfer")
    @Operation(
            operationId = "offerMyLine",
            summary = "Offer a line of yours to somebody",
            description =
                    "You must have been verified minutes ago. The line stays yours until somebody who is verified, too, accepts"
                            + " and the provider's time to object is over.")
    @ResponseStatus(HttpStatus.CREATED)
    Offer offer(@Parameter(hidden = true) HolderPrincipal holder, @PathVariable UUID lineId) {
        var offer = transfers.offer(holder.holderId(), holder.verifiedAt(), lineId);
        return new Offer(offer.id(), URI.create(publicUrl + "/transfer#" + offer.token()), offer.expiresAt());
    }

    @GetMapping("/v1/transfer-offers/{token}")
    @OpenToAnyone(because = "the link was given by the line's holder, and its secret is the credential")
    @Operation(operationId = "offeredLine", summary = "What is offered, for whoever has the link")
    Offered offered(@PathVariable String token) {
        var offered = transfers.see(bounded(token));
        return new Offered(
                offered.line().value(),
                offered.line().service(),
                offered.operatorName(),
                offered.kind(),
                offered.state(),
                offered.expiresAt(),
                offered.machine());
    }

    @PostMapping("/v1/me/transfers")
    @Operation(
            operationId = "acceptLine",
            summary = "Accept a line that was offered to you",
            description =
                    "You must have been verified minutes ago. From the moment it is complete you are accountable for it.")
    Mine accept(
            @Parameter(hidden = true) HolderPrincipal holder,
            @RequestParam(defaultValue = "en") String locale,
            @RequestBody Acceptance acceptance) {
        var token = bounded(acceptance.token() == null ? "" : acceptance.token());
        return Mine.of(
                transfers.accept(holder.holderId(), holder.verifiedAt(), token, acceptance.organisationId()),
                Locales.of(locale));
    }

    @GetMapping("/v1/me/transfers")
    @Operation(operationId = "myTransfers", summary = "Lines that you hand over or take over")
    All list(@Parameter(hidden = true) HolderPrincipal holder, @RequestParam(defaultValue = "en") String locale) {
        var language = Locales.of(locale);
        return new All(transfers.of(holder.holderId()).stream()
                .map(transfer -> Mine.of(transfer, language))
                .toList());
    }

    @DeleteMapping("/v1/me/transfers/{id}")
    @Operation(operationId = "withdrawTransfer", summary = "Change your mind, on either side, while it is not complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@Parameter(hidden = true) HolderPrincipal holder, @PathVariable UUID id) {
        transfers.withdraw(holder.holderId(), id);
    }

    private static String bounded(String token) {
        if (!token.matches("[A-Za-z0-9_-]{43}")) {
            throw new Problem(ProblemType.TRANSFER_UNKNOWN);
        }
        return token;
    }
}
