package io.namesake.privacy.internal;

import io.namesake.access.OpenToAnyone;
import io.namesake.language.Language;
import io.namesake.privacy.ConsentText;
import io.namesake.privacy.Consents;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The consent text, for whoever is about to read it. */
@RestController
@Tag(name = "Capture")
class ConsentTextController {
    private final Consents consents;

    ConsentTextController(Consents consents) {
        this.consents = consents;
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
        return consents.current(Language.find(locale)
                .orElseThrow(() -> new Problem(ProblemType.REQUEST_INVALID, "The locales are en and zh-CN.")));
    }
}
