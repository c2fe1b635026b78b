package io.namesake.remediation.internal;

import io.namesake.access.OperatorPrincipal;
import io.namesake.language.Language;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the operator's own systems do for notices: post letters, and report what arrived. */
@RestController
@Tag(name = "Notices")
class LettersController {
    private static final int MOST = 200;

    private final NoticeTable table;
    private final Notices notices;
    private final Contacts contacts;

    LettersController(NoticeTable table, Notices notices, Contacts contacts) {
        this.table = table;
        this.notices = notices;
        this.contacts = contacts;
    }

    @Schema(name = "Letter", description = "To be printed and posted")
    record Letter(
            UUID id,
            UUID remediationId,

            @Schema(
                    description =
                            "What you find the postal address by: the reference that you gave, or the line itself",
                    example = "customer-0815")
            String addressee,

            String subject,

            @Schema(description = "Plain text with line breaks")
            String text,

            @Schema(description = "Null where the text is in every language, since the person's is not known") @Nullable
            Language language,

            Instant createdAt) {

        @Override
        public String toString() {
            return "Letter[" + id + "]";
        }
    }

    @Schema(name = "LetterList")
    record Letters(List<Letter> letters) {}

    @Schema(name = "DeliveryReport")
    record Report(
            @Schema(description = "Whether the notice arrived")
            boolean delivered) {}

    @GetMapping("/v1/letters")
    @Operation(operationId = "listLetters", summary = "Letters that wait to be printed and posted, the oldest first")
    Letters letters(
            @Parameter(hidden = true) OperatorPrincipal operator,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Problem(ProblemType.REQUEST_INVALID, "limit must lie between 1 and 200.");
        }
        return new Letters(table.letters(operator.operatorId(), limit).stream()
                .map(this::letter)
                .toList());
    }

    @PostMapping("/v1/letters/{id}/posted")
    @Operation(
            operationId = "markLetterPosted",
            summary = "A letter was posted",
            description = "That is the proof of its delivery; the clock starts some days later, as the policy says.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void posted(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        notices.reported(operator.operatorId(), id, true);
    }

    @PostMapping("/v1/notices/{id}/delivery")
    @Operation(
            operationId = "reportDelivery",
            summary = "Report whether a notice arrived",
            description =
                    "For the operator's gateway, which knows the notice's id from its Idempotency-Key. A notice that"
                            + " is known to have arrived starts the case's clock; said twice, it changes nothing.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delivery(
            @Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id, @RequestBody Report report) {
        notices.reported(operator.operatorId(), id, report.delivered());
    }

    private Letter letter(NoticeTable.Notice notice) {
        var message = contacts.message(notice.id(), Objects.requireNonNull(notice.sealedMessage()));
        return new Letter(
                notice.id(),
                notice.caseId(),
                message.to(),
                message.subject(),
                message.text(),
                message.language(),
                notice.createdAt());
    }
}
