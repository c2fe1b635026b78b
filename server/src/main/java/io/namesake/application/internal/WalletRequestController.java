package io.namesake.application.internal;

import io.namesake.access.ApplicantPrincipal;
import io.namesake.access.OpenToAnyone;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A document out of a digital wallet: the applicant's side, and the wallet's (OpenID4VP 1.0). */
@RestController
@Tag(name = "Capture")
class WalletRequestController {
    private static final MediaType REQUEST_OBJECT = MediaType.valueOf("application/oauth-authz-req+jwt");
    private static final String UNGUESSABLE =
            "the address of a request is a secret of 256 bits that its applicant gives to the wallet";

    private final WalletRequests wallets;
    private final Uploads uploads;

    WalletRequestController(WalletRequests wallets, Uploads uploads) {
        this.wallets = wallets;
        this.uploads = uploads;
    }

    @PostMapping("/v1/applications/{id}/wallet-request")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "askWallet",
            summary = "Ask a digital wallet for a document",
            description =
                    "Takes the place of the request before. The wallet shows only what a line needs: names, birth date, number, issuer, last day and"
                            + " portrait. What it sends takes the place of any document before; what was read is then to be confirmed.")
    WalletRequestJson.Asked ask(@Parameter(hidden = true) ApplicantPrincipal applicant, @PathVariable String id) {
        var begun = wallets.begin(applicant, id);
        return new WalletRequestJson.Asked(begun.link(), begun.expiresAt());
    }

    @GetMapping("/v1/applications/{id}/wallet-request")
    @Operation(operationId = "getWalletRequest", summary = "Where the request to the wallet stands")
    WalletRequestJson.Standing standing(
            @Parameter(hidden = true) ApplicantPrincipal applicant, @PathVariable String id) {
        return wallets.standing(applicant, id);
    }

    @GetMapping("/v1/wallet-requests/{request}")
    @OpenToAnyone(because = UNGUESSABLE)
    @Operation(
            operationId = "getWalletRequestObject",
            summary = "For wallets: the request, signed",
            description = "A JWT-Secured Authorization Request (RFC 9101).")
    @ApiResponse(
            responseCode = "200",
            description = "The request object",
            content = @Content(mediaType = "application/oauth-authz-req+jwt", schema = @Schema(type = "string")))
    ResponseEntity<byte[]> object(@PathVariable String request) {
        return ResponseEntity.ok()
                .contentType(REQUEST_OBJECT)
                .body(wallets.object(request).getBytes(StandardCharsets.US_ASCII));
    }

    /** The body of a wallet's answer, for the API's description. */
    @Schema(name = "WalletAnswer")
    record Answer(
            @Schema(description = "An encrypted JWT with `vp_token` and `state`, at most 1 MiB")
            String response) {}

    @PostMapping(
            path = "/v1/wallet-requests/{request}/response",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @OpenToAnyone(because = UNGUESSABLE)
    @Operation(
            operationId = "answerWalletRequest",
            summary = "For wallets: the answer to a request",
            description = "Response mode `direct_post.jwt`. A request takes one answer.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                                            schema = @Schema(implementation = Answer.class))))
    Map<String, String> answer(@PathVariable String request, HttpServletRequest call) {
        uploads.oneOfFew(() -> {
            wallets.answer(request, body(call));
            return request;
        });
        // OpenID4VP 1.0, 8.2: an object; without redirect_uri the wallet has nothing more to do.
        return Map.of();
    }

    /** Read as it is: the servlet container's own reading of forms knows nothing of our bounds. */
    private static String body(HttpServletRequest call) {
        try (var content = call.getInputStream()) {
            return new String(content.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException brokenOff) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The body breaks off.");
        }
    }
}
