package io.namesake.privacy.internal;

import io.namesake.access.OpenToAnyone;
import io.namesake.language.Language;
import io.namesake.privacy.RetentionRule;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is kept and how long, for whoever wants to know before they show anything. */
@RestController
@Tag(name = "Privacy")
class RetentionController {
    private final RetentionRules rules;

    RetentionController(RetentionRules rules) {
        this.rules = rules;
    }

    /** The whole table. */
    @Schema(name = "Retention")
    record Table(List<RetentionRule> rules) {}

    @GetMapping("/v1/retention")
    @OpenToAnyone(because = "what is kept and how long is said to everybody, before they show anything")
    @Operation(
            operationId = "retention",
            summary = "What is kept, how long and why",
            description = "Every kind of data that this server keeps, with the times as they are set here.")
    Table retention(@Parameter(description = "`en` or `zh-CN`", example = "en") @RequestParam String locale) {
        return new Table(rules.in(language(locale)));
    }

    static Language language(String locale) {
        return Language.find(locale)
                .orElseThrow(() -> new Problem(ProblemType.REQUEST_INVALID, "The locales are en and zh-CN."));
    }
}
