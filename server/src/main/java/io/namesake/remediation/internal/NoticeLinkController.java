package io.namesake.remediation.internal;

import io.namesake.access.OpenToAnyone;
import io.namesake.access.SecretToken;
import io.namesake.language.Language;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Limit;
import io.namesake.registry.Lines;
import io.namesake.remediation.Doubt;
import io.namesake.remediation.Phase;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a person does with the link of a notice. Whoever has it was reached: opening it proves that the notice arrived. */
@RestController
@Tag(name = "Notices", description = "The link that a notice carries: what is doubted, by when, and what to do")
class NoticeLinkController {
    private static final String BECAUSE = "the link's secret of 256 bits is the credential, and was sent to the person";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int LONGEST_STATEMENT = 2000;

    private final Cases cases;
    private final CaseTable table;
    private final Contacts contacts;
    private final Lines lines;
    private final Clock clock;

    NoticeLinkController(Cases cases, CaseTable table, Contacts contacts, Lines lines, Clock clock) {
        this.cases = cases;
        this.table = table;
        this.contacts = contacts;
        this.lines = lines;
        this.clock = clock;
    }

    @Schema(name = "LinkedNotice", description = "A case as the person sees it. It never says who caused it")
    record LinkedNotice(
            @Schema(example = "+8613800138000") String line,
            Doubt doubt,

            @Schema(
                    description =
                            "What is doubted, as half a plain sentence about the line, in the person's language; where that is"
                                    + " not known, in the one that is asked for")
            String explanation,

            Language language,
            Phase phase,

            @Schema(description = "What does not work now; emergency calls always do")
            List<Limit> limits,

            @Schema(description = "When the next step follows; null while the clock stands still") @Nullable
            Instant nextStepAt,

            @Schema(description = "Whether an appeal is possible now; it stops the clock at once")
            boolean appealPossible,

            @Schema(description = "The causes for which there still is more time")
            List<ExtensionCause> extensionsPossible) {}

    @Schema(name = "NoticeAppeal")
    record Appeal(
            @Schema(
                    description =
                            "In the person's own words, at most 2,000 characters; only who decides the appeal reads it",
                    maxLength = LONGEST_STATEMENT)
            @Nullable
            String statement) {

        @Override
        public String toString() {
            return "Appeal[...]";
        }
    }

    @Schema(name = "NoticeExtension")
    record Extension(
            @Schema(description = "Nobody is asked to prove it")
            ExtensionCause cause) {}

    @GetMapping("/v1/remediation-notices/{token}")
    @OpenToAnyone(because = BECAUSE)
    @Operation(
            operationId = "openNotice",
            summary = "What is doubted about the line, by when, and what can be done",
            description = "Opening the link proves that the notice arrived.")
    LinkedNotice open(@PathVariable String token, Locale locale) {
        return view(arrived(token), locale);
    }

    @PostMapping("/v1/remediation-notices/{token}/appeal")
    @OpenToAnyone(because = BECAUSE)
    @Operation(
            operationId = "appealNotice",
            summary = "Appeal: everything stands still until a person has looked",
            description = "After the line has ended, an appeal brings it back with its limits until it is decided.")
    LinkedNotice appeal(@PathVariable String token, @RequestBody Appeal appeal, Locale locale) {
        var statement = appeal.statement() == null ? "" : appeal.statement().strip();
        if (statement.length() > LONGEST_STATEMENT || statement.indexOf(0) >= 0) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The statement has at most 2,000 characters.");
        }
        var found = arrived(token);
        byte[] sealed = contacts.sealStatement(found.id(), statement);
        return view(
                cases.step(found.id(), new Event.Appeal(), null, Actor.PERSON, about -> about.appealed(sealed)),
                locale);
    }

    @PostMapping("/v1/remediation-notices/{token}/extension")
    @OpenToAnyone(because = BECAUSE)
    @Operation(operationId = "extendNotice", summary = "Ask for more time; it is given at once")
    LinkedNotice extend(@PathVariable String token, @RequestBody Extension extension, Locale locale) {
        if (extension.cause() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The cause is missing.");
        }
        return view(
                cases.step(
                        arrived(token).id(),
                        new Event.Extend(extension.cause()),
                        extension.cause().name(),
                        Actor.PERSON),
                locale);
    }

    private RemediationCase arrived(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new Problem(ProblemType.NOTICE_UNKNOWN);
        }
        var found = table.ofToken(SecretToken.sha256(token)).orElseThrow(() -> new Problem(ProblemType.NOTICE_UNKNOWN));
        return cases.step(found.id(), new Event.Reached(clock.instant()), "LINK_OPENED", Actor.PERSON);
    }

    /** @param asked which language the browser asks for, where the person's is not known */
    private LinkedNotice view(RemediationCase about, Locale asked) {
        var language = about.language() != null
                ? about.language()
                : asked.getLanguage().equals("zh") ? Language.CHINESE : Language.ENGLISH;
        var state = about.state();
        boolean appealPossible =
                RemediationMachine.next(state, about.terms(), new Event.Appeal(), clock.instant()) instanceof Step.To;
        var extensions = Arrays.stream(ExtensionCause.values())
                .filter(cause -> RemediationMachine.next(state, about.terms(), new Event.Extend(cause), clock.instant())
                        instanceof Step.To)
                .toList();
        return new LinkedNotice(
                lines.byId(about.lineId()).orElseThrow().identifier().value(),
                about.doubt(),
                NoticeTexts.doubt(about.doubt(), language),
                language,
                state.standing().phase(),
                state.limits(about.terms()).stream().sorted().toList(),
                about.nextStepAt().orElse(null),
                appealPossible,
                extensions);
    }
}
