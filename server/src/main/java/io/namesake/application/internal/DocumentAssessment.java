package io.namesake.application.internal;

import io.namesake.language.Language;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Whether a frame would do as a picture of a document.
 *
 * @param hints what would make a better one, the most helpful first; their codes are those of the problems with a picture that was sent
 */
@Schema(description = "Whether a frame would do as a picture of a document. Nothing of it was kept.")
record DocumentAssessment(boolean usable, List<HintJson> hints) {

    static DocumentAssessment of(List<ProblemType> found, Language language) {
        var texts = language.texts("io.namesake.problem.problems");
        var hints = found.stream()
                .map(type -> new HintJson(type.slug(), texts.getString(type.slug() + ".nextStep")))
                .toList();
        return new DocumentAssessment(hints.isEmpty(), hints);
    }
}
