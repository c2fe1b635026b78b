package io.namesake.application.internal;

import io.namesake.decision.DocumentEvidence.Source;
import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.Identity;
import io.namesake.document.Strength;
import io.namesake.language.Language;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was read of a document, for the applicant to confirm or correct. */
@Schema(
        name = "DocumentReading",
        description = "What was read of the document. Shown to its own applicant only, and erased with the decision.")
record DocumentReadingJson(
        Source source,
        Strength strength,

        @Schema(example = "P", description = "One or two letters (ICAO Doc 9303-3, 4.1)")
        String documentCode,

        @Schema(example = "UTO", description = "The issuing state or organisation")
        String issuer,

        String familyName,
        String givenNames,

        @Schema(description = "The whole name in the script of the document's country") @Nullable
        String nativeName,

        String documentNumber,

        @Schema(description = "Null when the document leaves part of it open") @Nullable
        LocalDate birthDate,

        @Schema(description = "Null when the document does not say one") @Nullable
        LocalDate expiryDate,

        @Schema(description = "Whether the portrait can be had; a wallet has shown its own already")
        boolean portrait,

        List<Tested> checks) {

    /** One test of the document. */
    @Schema(name = "DocumentCheck")
    record Tested(
            @Schema(implementation = CheckKind.class, example = "CHIP_SIGNATURE")
            String code,

            EvidenceCheck.Result result,

            @Schema(example = "The issuer's signature", description = "In the applicant's language")
            String title,

            @Schema(description = "0 to 100, where the result is an estimate; else null") @Nullable
            Integer confidence) {}

    static DocumentReadingJson of(DocumentReading reading, Language language) {
        Identity identity = reading.identity();
        boolean onlyNative =
                identity.surname().isEmpty() && identity.givenNames().isEmpty();
        var texts = language.texts("io.namesake.application.checks");
        return new DocumentReadingJson(
                reading.source(),
                reading.strength(),
                identity.documentCode(),
                identity.issuer(),
                onlyNative ? identity.nativeName().orElse("") : identity.surname(),
                identity.givenNames(),
                identity.nativeName().orElse(null),
                identity.documentNumber(),
                identity.birthDate().orElse(null),
                identity.lastDay().orElse(null),
                reading.showsPortrait(),
                reading.checks().stream()
                        .map(check -> new Tested(
                                check.kind().name(),
                                check.result(),
                                texts.getString(check.kind().name()),
                                check.confidence().isPresent()
                                        ? check.confidence().getAsInt()
                                        : null))
                        .toList());
    }

    /** Says nothing personal, since records end up in logs. */
    @Override
    public String toString() {
        return "DocumentReadingJson[" + source + ", " + strength + "]";
    }
}
