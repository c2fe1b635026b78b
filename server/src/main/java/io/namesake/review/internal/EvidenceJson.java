package io.namesake.review.internal;

import io.namesake.application.ReviewEvidence;
import io.namesake.application.ReviewPicture;
import io.namesake.decision.DocumentEvidence.Field;
import io.namesake.decision.DocumentEvidence.Source;
import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.Strength;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reviewer sees beside the pictures, during a look. */
@Schema(
        name = "ReviewEvidence",
        description = "What the document says and what was tested. Shown during a look only; never kept by the page.")
record EvidenceJson(
        @Schema(description = "Where the document's fields come from")
        Source source,

        @Schema(description = "How far it was borne out; NONE when it was typed")
        Strength strength,

        @Schema(description = "What the applicant typed or confirmed")
        Text confirmed,

        @Schema(description = "What was read of the document; null when it was typed") @Nullable
        Text read,

        @Schema(description = "What the applicant changed after it had been read")
        List<Field> corrected,

        List<Tested> checks,

        @Schema(description = "Whether the selfie came out of a passed challenge of movements")
        boolean challengePassed,

        @ArraySchema(
                arraySchema = @Schema(description = "What contradicted itself in the challenge"),
                schema =
                        @Schema(
                                allowableValues = {
                                    "FACE_CHANGED",
                                    "FLAT_MOTION",
                                    "FRAMES_REPEATED",
                                    "TIMING_IMPOSSIBLE",
                                    "FRAMES_IDENTICAL",
                                    "REACTION_IMPOSSIBLE"
                                }))
        List<String> doubts,

        @Schema(description = "The pictures that there are, to be asked for one by one")
        List<ReviewPicture> pictures) {

    /** What a document says. */
    @Schema(name = "ReviewedText")
    record Text(
            String familyName,
            String givenNames,

            @Schema(description = "The whole name in the script of the document's country") @Nullable
            String nativeName,

            String documentNumber,
            @Nullable LocalDate birthDate,
            @Nullable LocalDate expiryDate) {

        static Text of(ReviewEvidence.DocumentText text) {
            return new Text(
                    text.familyName(),
                    text.givenNames(),
                    text.nativeName(),
                    text.documentNumber(),
                    text.birthDate(),
                    text.expiryDate());
        }

        /** Says nothing personal, since records end up in logs. */
        @Override
        public String toString() {
            return "Text[...]";
        }
    }

    /** One test of the document. */
    @Schema(name = "ReviewedCheck")
    record Tested(
            @Schema(implementation = CheckKind.class, example = "CHIP_SIGNATURE")
            String code,

            EvidenceCheck.Result result) {}

    static EvidenceJson of(ReviewEvidence shown) {
        var read = shown.read();
        return new EvidenceJson(
                shown.source(),
                shown.strength(),
                Text.of(shown.confirmed()),
                read == null ? null : Text.of(read),
                shown.corrected().stream().sorted().toList(),
                shown.checks().stream()
                        .map(check -> new Tested(check.kind(), check.result()))
                        .toList(),
                shown.challengePassed(),
                shown.doubts(),
                shown.pictures().stream().sorted().toList());
    }
}
