package io.namesake.exposure.internal;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.namesake.access.ClientPrincipal;
import io.namesake.access.RequiresScope;
import io.namesake.access.SecretToken;
import io.namesake.exposure.internal.Disclosures.Answer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * CAMARA Number Verification 2.1.0: about the line from which a browser brought the token, as the operator's network says. A token that
 * a person gave in their own lines, or a client's own, says nothing of the kind.
 */
@CamaraApi
@RestController
@Tag(name = "CAMARA")
class NumberVerificationController {
    private static final String API = KycMatchController.ROOT + "number-verification/v2/";
    /** SHA-256 in hexadecimal. */
    private static final Pattern HASH = Pattern.compile("[a-fA-F0-9]{64}");

    private final Disclosures disclosures;

    NumberVerificationController(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    /** Exactly one of the two. @param others what the definition does not name */
    @Schema(name = "NumberVerificationRequest")
    record Wanted(
            @Schema(example = "+8613800138000", pattern = "^\\+[1-9][0-9]{4,14}$") @Nullable
            String phoneNumber,

            @Schema(
                    description = "SHA-256 in hexadecimal of the number in E.164 with its plus",
                    pattern = "^[a-fA-F0-9]{64}$")
            @Nullable
            String hashedPhoneNumber,

            @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> others) {

        /** @throws CamaraError {@code INVALID_ARGUMENT} */
        void requireWellFormed() {
            if ((phoneNumber == null) == (hashedPhoneNumber == null) || (others != null && !others.isEmpty())) {
                throw CamaraError.invalid("Exactly one of phoneNumber and hashedPhoneNumber is needed.");
            }
            if (phoneNumber != null && !Given.isPhoneNumber(phoneNumber)) {
                throw CamaraError.invalid("phoneNumber is not a number in E.164 with its plus.");
            }
            if (hashedPhoneNumber != null && !HASH.matcher(hashedPhoneNumber).matches()) {
                throw CamaraError.invalid("hashedPhoneNumber is not a SHA-256 in hexadecimal.");
            }
        }

        boolean means(String number) {
            return hashedPhoneNumber == null
                    ? number.equals(phoneNumber)
                    : SecretToken.sha256(number).equals(hashedPhoneNumber.toLowerCase(Locale.ROOT));
        }

        /** Says nothing personal, since records end up in logs. */
        @Override
        public String toString() {
            return "NumberVerificationRequest[...]";
        }
    }

    @Schema(name = "NumberVerification")
    record Verified(boolean devicePhoneNumberVerified) {}

    @Schema(name = "DevicePhoneNumber")
    record Shared(String devicePhoneNumber) {}

    @PostMapping(API + "verify")
    @RequiresScope("number-verification:verify")
    @Operation(
            operationId = "phoneNumberVerify",
            summary = "Whether the line that brought the token has a number",
            description = "CAMARA Number Verification 2.1.0, with a token for which the operator's network vouched.")
    Verified verify(@Parameter(hidden = true) ClientPrincipal client, @RequestBody @Nullable Wanted body) {
        if (body == null) {
            throw CamaraError.invalid("A body is needed.");
        }
        body.requireWellFormed();
        requireByNetwork(client);
        return disclosures.answer(
                client,
                null,
                Set.of(Scope.NUMBER_VERIFICATION),
                allowed -> new Answer<>(
                        new Verified(body.means(allowed.facts().number())), List.of("devicePhoneNumberVerified")));
    }

    @GetMapping(API + "device-phone-number")
    @RequiresScope("number-verification:device-phone-number:read")
    @Operation(
            operationId = "phoneNumberShare",
            summary = "The number of the line that brought the token",
            description = "CAMARA Number Verification 2.1.0, with a token for which the operator's network vouched.")
    Shared share(@Parameter(hidden = true) ClientPrincipal client) {
        requireByNetwork(client);
        return disclosures.answer(
                client,
                null,
                Set.of(Scope.DEVICE_PHONE_NUMBER),
                allowed -> new Answer<>(new Shared(allowed.facts().number()), List.of("devicePhoneNumber")));
    }

    private static void requireByNetwork(ClientPrincipal client) {
        if (client.line() == null || !client.line().byNetwork()) {
            throw CamaraError.notByNetwork();
        }
    }
}
