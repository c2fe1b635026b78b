package io.namesake.decision;

import io.namesake.language.Language;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A reason in plain words.
 *
 * @param code the reason's name, stable
 * @param title a few words
 * @param explanation what was found, and that it is about the evidence
 * @param nextStep what the applicant can do, with a way to a person
 */
@Schema(name = "Reason", description = "Why an application was not verified, in plain words")
public record ReasonText(
        @Schema(implementation = Reason.class, example = "FACE_DOES_NOT_MATCH")
        String code,

        String title,
        String explanation,
        String nextStep) {

    /** The words for a reason. They exist for every reason in every language; a test sees to it. */
    public static ReasonText of(Reason reason, Language language) {
        var texts = language.texts("io.namesake.decision.reasons");
        var code = reason.name();
        return new ReasonText(
                code,
                texts.getString(code + ".title"),
                texts.getString(code + ".explanation"),
                texts.getString(code + ".nextStep"));
    }
}
