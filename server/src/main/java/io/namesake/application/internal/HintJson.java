package io.namesake.application.internal;

import io.namesake.face.Hint;
import io.namesake.language.Language;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What would make a better picture, in the applicant's language. */
@Schema(name = "Hint")
record HintJson(
        @Schema(example = "come-closer") String code,
        @Schema(example = "Come closer.") String message) {

    static List<HintJson> of(List<Hint> hints, Language language) {
        var texts = language.texts("io.namesake.application.hints");
        return hints.stream()
                .map(hint -> new HintJson(hint.code(), texts.getString(hint.code())))
                .toList();
    }
}
