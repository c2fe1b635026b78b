package io.namesake.exposure.internal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.namesake.access.ClientPrincipal;
import io.namesake.access.RequiresScope;
import io.namesake.exposure.internal.Disclosures.Answer;
import io.namesake.exposure.internal.KycMatchController.MatchResult;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.Holders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** CAMARA KYC Age Verification 0.2.1. */
@CamaraApi
@RestController
@Tag(name = "CAMARA")
class AgeVerificationController {
    private static final int OLDEST = 120;

    private final Disclosures disclosures;
    private final Holders holders;

    AgeVerificationController(Disclosures disclosures, Holders holders) {
        this.disclosures = disclosures;
        this.holders = holders;
    }

    /** Whose age, and what the caller believes of them. */
    @Schema(name = "AgeVerificationRequest")
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Wanted(
            @Schema(minimum = "0", maximum = "120", example = "18") @Nullable
            Integer ageThreshold,

            @Nullable String phoneNumber,
            @Nullable String idDocument,
            @Nullable String name,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String middleNames,
            @Nullable String familyNameAtBirth,
            @Nullable String birthdate,
            @Nullable String email,
            @Nullable Boolean includeContentLock,
            @Nullable Boolean includeParentalControl) {

        /** @throws CamaraError {@code INVALID_ARGUMENT} */
        void requireWellFormed() {
            Given.text("idDocument", idDocument);
            Given.text("name", name);
            Given.text("givenName", givenName);
            Given.text("familyName", familyName);
            Given.text("middleNames", middleNames);
            Given.text("familyNameAtBirth", familyNameAtBirth);
            Given.email(email);
            Given.date("birthdate", birthdate);
        }

        /** Whether all that can be compared is the holder's. */
        boolean means(HolderDetails holder) {
            return (idDocument == null || MatchRules.idDocument(idDocument, holder))
                    && (name == null || MatchRules.name(name, holder))
                    && (givenName == null || MatchRules.givenName(givenName, holder))
                    && (familyName == null || MatchRules.familyName(familyName, holder))
                    && (birthdate == null || birthdate.equals(holder.birthDate().toString()));
        }

        /** Says nothing personal, since records end up in logs. */
        @Override
        public String toString() {
            return "AgeVerificationRequest[...]";
        }
    }

    /** @param contentLock not known here, and only answered when asked @param parentalControl likewise */
    @Schema(
            name = "AgeVerification",
            requiredProperties = {"ageCheck", "verifiedStatus"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answered(
            MatchResult ageCheck,
            boolean verifiedStatus,
            @Nullable MatchResult contentLock,
            @Nullable MatchResult parentalControl) {}

    @PostMapping(KycMatchController.ROOT + "kyc-age-verification/v0.2/verify")
    @RequiresScope("kyc-age-verification:verify")
    @Operation(
            operationId = "verifyAge",
            summary = "Whether a line's holder has reached an age",
            description =
                    "CAMARA KYC Age Verification 0.2.1. It is not_available where the holder said that somebody else uses the"
                            + " line, or where what you give of them is another person's.")
    Answered verify(@Parameter(hidden = true) ClientPrincipal client, @RequestBody @Nullable Wanted body) {
        if (body == null || body.ageThreshold() == null) {
            throw CamaraError.invalid("ageThreshold is needed.");
        }
        int threshold = body.ageThreshold();
        if (threshold < 0 || threshold > OLDEST) {
            throw CamaraError.outOfRange("ageThreshold must lie between 0 and 120.");
        }
        body.requireWellFormed();
        return disclosures.answer(
                client, Given.lineOf(client, body.phoneNumber()), Set.of(Scope.AGE_VERIFICATION), allowed -> {
                    var facts = allowed.facts();
                    var holder = holders.details(facts.holderId()).orElseThrow(CamaraError::notApplicable);
                    var check = facts.usedByAnother() || !body.means(holder)
                            ? MatchResult.NOT_AVAILABLE
                            : MatchResult.of(hasReached(threshold, holder.birthDate(), allowed.now()));
                    return new Answer<>(
                            new Answered(
                                    check,
                                    true,
                                    unknownWhereAsked(body.includeContentLock()),
                                    unknownWhereAsked(body.includeParentalControl())),
                            List.of("ageCheck"));
                });
    }

    /** In UTC: who is born in the east has reached it some hours before. */
    private static boolean hasReached(int age, LocalDate born, Instant now) {
        return !born.plusYears(age).isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    private static @Nullable MatchResult unknownWhereAsked(@Nullable Boolean asked) {
        return Boolean.TRUE.equals(asked) ? MatchResult.NOT_AVAILABLE : null;
    }
}
