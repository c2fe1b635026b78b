package io.namesake.remediation.internal;

import io.namesake.registry.Limit;
import io.namesake.remediation.Doubt;
import io.namesake.remediation.Phase;
import io.namesake.remediation.SettledCause;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case as the operator and its staff see it. */
@Schema(name = "Remediation", description = "A case on the road from doubt to settled")
record RemediationJson(
        UUID id,
        UUID lineId,

        @Schema(description = "An E.164 number or a network access identifier", example = "+8613800138000")
        String line,

        Doubt doubt,

        @Schema(description = "What caused it, as was said when it was opened")
        String reference,

        @Schema(description = "The campaign that opened it") @Nullable
        UUID campaignId,

        @Schema(
                description =
                        "NOTICE_DUE and UNREACHED: no notice has arrived, nothing runs. NOTIFIED: grace. LIMITED: a stage's"
                                + " limits hold. AWAITING_DECISION: a person has to decide. APPEALED: the clock stands still. DEACTIVATED: ended,"
                                + " and can be taken back. SETTLED and ENDED are final")
        Phase phase,

        @Schema(description = "0 in grace, k in the k-th stage of limits")
        int stage,

        @Schema(
                description =
                        "What the case limits on the line now; emergency calls and the operator's service numbers never")
        List<Limit> limits,

        @Schema(description = "When the next step follows by itself; null while the clock stands still") @Nullable
        Instant nextStepAt,

        @Schema(description = "Extensions that were granted")
        List<ExtensionCause> extensions,

        int appeals,

        @Schema(description = "Only when it is SETTLED") @Nullable
        SettledCause settledCause,

        Instant openedAt,
        Instant changedAt,

        @Schema(description = "Every notice of the case and how far it has come; empty in lists")
        List<NoticeJson> notices,

        @Schema(description = "Every step of the case, in order; empty in lists")
        List<StepJson> history) {

    /** A notice of a case. */
    @Schema(name = "RemediationNotice", description = "One notice by one channel. DELIVERED is proof that it arrived")
    record NoticeJson(
            UUID id,
            NoticeKind kind,
            Channel channel,
            NoticeTable.Status status,
            Instant createdAt,
            Instant changedAt,
            int attempts,

            @Schema(description = "What the last attempt failed of, such as timeout or http-503") @Nullable
            String error) {

        static NoticeJson of(NoticeTable.Notice notice) {
            return new NoticeJson(
                    notice.id(),
                    notice.kind(),
                    notice.channel(),
                    notice.status(),
                    notice.createdAt(),
                    notice.changedAt(),
                    notice.attempts(),
                    notice.error());
        }
    }

    /** A step of a case. */
    @Schema(name = "RemediationStep")
    record StepJson(
            int number,
            Instant at,

            @Schema(
                    description =
                            "OPENED, REACHED, REMINDED, TIMER, EXTENDED, APPEALED, APPEAL_DECIDED, DECIDED or SETTLED",
                    example = "TIMER")
            String event,

            Phase phase,
            int stage,

            @Schema(description = "The doubt, the extension's cause, or the decision's reason") @Nullable
            String cause,

            Actor.Kind actor) {

        static StepJson of(CaseHistory.Row row) {
            return new StepJson(
                    row.number(),
                    row.at(),
                    row.event(),
                    row.to(),
                    row.stage(),
                    row.cause(),
                    row.actor().kind());
        }
    }
}
