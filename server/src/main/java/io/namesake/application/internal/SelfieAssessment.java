package io.namesake.application.internal;

import io.namesake.face.Assessment;
import io.namesake.language.Language;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a frame would do as a selfie.
 *
 * @param code the problem's slug when it would not
 */
@Schema(description = "Whether a frame would do as a selfie. Nothing of it was kept.")
record SelfieAssessment(
        boolean usable,

        @Schema(example = "no-face", description = "Null when usable, else what is wrong") @Nullable
        String code,

        List<HintJson> hints,
        @Nullable FaceJson face) {

    static SelfieAssessment of(Assessment assessment, Language language) {
        var hints = HintJson.of(assessment.hints(), language);
        return switch (assessment) {
            case Assessment.Usable usable ->
                new SelfieAssessment(true, null, hints, FaceJson.of(usable.face(), language));
            case Assessment.Unusable unusable ->
                new SelfieAssessment(
                        false,
                        unusable.reason().code(),
                        hints,
                        unusable.face().map(face -> FaceJson.of(face, language)).orElse(null));
        };
    }
}
