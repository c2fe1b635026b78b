package io.namesake.privacy.internal;

import io.namesake.access.OpenToAnyone;
import io.namesake.privacy.ConsentText;
import io.namesake.privacy.Consents;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The consent text, for whoever is about to read it. */
@RestController
@Tag(name = "Capture")
class ConsentTextController {
    private static final int LONGEST_VERSION = 32;

    private final Consents consents;
    private final ShownTexts shown;

    ConsentTextController(Consents consents, ShownTexts shown) {
        this.consents = consents;
        this.shown = shown;
    }

    @GetMapping("/v1/consent-texts/current")
    @OpenToAnyone(because = "a public text that says the same to everybody")
    @Operation(
            operationId = "currentConsentText",
            summary = "The consent text to be read now",
            description =
                    "Plain words: what the pictures are used for, what is kept and how long, and the way without a"
                            + " face scan. Its version goes into the consent.")
    ConsentText current(@Parameter(description = "`en` or `zh-CN`", example = "zh-CN") @RequestParam String locale) {
        return consents.current(RetentionController.language(locale));
    }

    @GetMapping("/v1/consent-texts/{version}")
    @OpenToAnyone(because = "a public text that said the same to everybody")
    @Operation(
            operationId = "consentText",
            summary = "The consent text of a version, as it was shown",
            description = "Also one that is not current any more: a consent names its version.")
    ConsentText ofVersion(
            @Parameter(example = "1-0f3a9c52") @PathVariable String version,
            @Parameter(description = "`en` or `zh-CN`", example = "zh-CN") @RequestParam String locale) {
        var language = RetentionController.language(locale);
        return Optional.of(version)
                .filter(text -> text.length() <= LONGEST_VERSION)
                .flatMap(text -> shown.find(text, language))
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND));
    }
}
