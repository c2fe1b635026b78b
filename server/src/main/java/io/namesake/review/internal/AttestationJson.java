package io.namesake.review.internal;

import io.namesake.application.Attestation;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an agent sends who saw person and document. */
@Schema(name = "NewAttestation", description = "What an agent attests. It holds no picture.")
record AttestationJson(
        Attestation.@Nullable Kind document,
        @Schema(maxLength = 100) @Nullable String familyName,
        @Schema(maxLength = 100) @Nullable String givenNames,

        @Schema(minLength = 4, maxLength = 40) @Nullable String documentNumber,

        @Nullable LocalDate birthDate,

        @Schema(description = "Absent when the document does not expire") @Nullable
        LocalDate expiryDate,

        @Schema(description = "How the document was examined; SECURITY_FEATURES is always among it") @Nullable
        Set<Attestation.Examination> examined,

        @Schema(
                description =
                        "Must be true: the person here is the one in the document. Whoever can't say so decides with a code"
                                + " instead")
        boolean personIsHolder) {

    Attestation attestation() {
        if (document == null || documentNumber == null || birthDate == null || examined == null) {
            throw invalid("document, documentNumber, birthDate and examined are needed.");
        }
        if (!examined.contains(Attestation.Examination.SECURITY_FEATURES)) {
            throw invalid("A document is attested only after its security features were looked at.");
        }
        if (!personIsHolder) {
            throw invalid("Whoever cannot attest the person decides with a code instead.");
        }
        return new Attestation(
                document,
                familyName == null ? "" : familyName,
                givenNames == null ? "" : givenNames,
                documentNumber,
                birthDate,
                expiryDate,
                examined);
    }

    /** Says nothing personal, since records end up in logs. */
    @Override
    public String toString() {
        return "AttestationJson[...]";
    }

    private static Problem invalid(String why) {
        return new Problem(ProblemType.REQUEST_INVALID, why);
    }
}
