package io.namesake.remediation.internal;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.remediation.Doubt;
import io.namesake.remediation.Phase;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code remediation_case}. */
@Repository
class CaseTable {
    private static final String OPEN = "phase not in ('SETTLED', 'ENDED')";

    private final JdbcClient jdbc;

    CaseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is new; not when such a case of the line is open already */
    boolean add(RemediationCase opened, String tokenSha256) {
        return jdbc.sql("""
                        insert into remediation_case (id, operator_id, line_id, doubt, cause_reference, campaign_id, language, terms,
                            opened_at, phase, changed_at, token_sha256, sealed_contact)
                        values (:id, :operator, :line, :doubt, :cause, :campaign, :language, :terms, :now, 'NOTICE_DUE', :now, :token,
                            :contact)
                        on conflict (line_id, doubt) where phase not in ('SETTLED', 'ENDED') do nothing
                        """)
                        .param("id", opened.id())
                        .param("operator", opened.operatorId().value())
                        .param("line", opened.lineId())
                        .param("doubt", opened.doubt().name())
                        .param("cause", opened.causeReference())
                        .param("campaign", opened.campaignId())
                        .param(
                                "language",
                                opened.language() == null
                                        ? null
                                        : opened.language().tag())
                        .param("terms", RemediationPolicy.written(opened.terms()))
                        .param("now", SqlTime.of(opened.openedAt()))
                        .param("token", tokenSha256)
                        .param("contact", opened.sealedContact())
                        .update()
                == 1;
    }

    /** Writes where the case stands now. */
    void update(RemediationCase changed) {
        var columns = StandingColumns.of(changed.state().standing());
        jdbc.sql("""
                        update remediation_case
                        set phase = :phase, stage = :stage, moment = :moment, shown_micros = :shown, decision_was_due = :due,
                            quarantine_until = :quarantine, settled_cause = :settled, extensions = :extensions, appeals = :appeals,
                            deciders = :deciders, due_at = :dueAt, steps = :steps, changed_at = :now, sealed_contact = :contact,
                            sealed_appeal = :appeal, reminded = :reminded
                        where id = :id
                        """)
                .param("id", changed.id())
                .param("phase", changed.state().standing().phase().name())
                .param("stage", columns.stage())
                .param("moment", time(columns.moment()))
                .param("shown", columns.shownMicros())
                .param("due", columns.decisionWasDue())
                .param("quarantine", time(columns.quarantineUntil()))
                .param(
                        "settled",
                        columns.settled() == null ? null : columns.settled().name())
                .param("extensions", CaseRow.joined(changed.state().extensions()))
                .param("appeals", changed.state().appeals())
                .param("deciders", CaseRow.joined(changed.state().deciders()))
                .param("dueAt", changed.dueAt().map(SqlTime::of).orElse(null))
                .param("steps", changed.steps())
                .param("now", SqlTime.of(changed.changedAt()))
                .param("contact", changed.sealedContact())
                .param("appeal", changed.sealedAppeal())
                .param("reminded", changed.state().reminded())
                .update();
    }

    Optional<RemediationCase> find(UUID id) {
        return jdbc.sql("select * from remediation_case where id = :id")
                .param("id", id)
                .query(CaseRow::read)
                .optional();
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Optional<RemediationCase> lock(UUID id) {
        return jdbc.sql("select * from remediation_case where id = :id for update")
                .param("id", id)
                .query(CaseRow::read)
                .optional();
    }

    Optional<RemediationCase> ofToken(String sha256) {
        return jdbc.sql("select * from remediation_case where token_sha256 = :hash")
                .param("hash", sha256)
                .query(CaseRow::read)
                .optional();
    }

    Optional<RemediationCase> open(UUID lineId, Doubt doubt) {
        return jdbc.sql("select * from remediation_case where line_id = :line and doubt = :doubt and " + OPEN)
                .param("line", lineId)
                .param("doubt", doubt.name())
                .query(CaseRow::read)
                .optional();
    }

    List<RemediationCase> open(Collection<UUID> lineIds) {
        return lineIds.isEmpty()
                ? List.of()
                : jdbc.sql("select * from remediation_case where line_id in (:lines) and " + OPEN
                                + " order by opened_at")
                        .param("lines", lineIds)
                        .query(CaseRow::read)
                        .list();
    }

    /** The operator's newest cases. */
    List<RemediationCase> newest(OperatorId operator, Collection<Phase> phases, int limit) {
        return jdbc.sql("""
                        select * from remediation_case where operator_id = :operator and phase in (:phases)
                        order by opened_at desc, id limit :limit
                        """)
                .param("operator", operator.value())
                .param("phases", phases.stream().map(Enum::name).toList())
                .param("limit", limit)
                .query(CaseRow::read)
                .list();
    }

    /** Of each doubt the last case, where it is over because the line's holder ended it, at that time or later. */
    List<RemediationCase> endedWithTheLine(UUID lineId, Instant since) {
        return jdbc.sql("""
                        select * from (
                            select distinct on (doubt) * from remediation_case
                            where line_id = :line order by doubt, opened_at desc, id) last
                        where settled_cause = 'ENDED_BY_HOLDER' and changed_at >= :since
                        """)
                .param("line", lineId)
                .param("since", SqlTime.of(since))
                .query(CaseRow::read)
                .list();
    }

    /**
     * The operator's cases that need a person.
     *
     * @param phases of {@link RemediationQueueController#NEED_A_PERSON}; those of the first come first
     * @return within a phase, the oldest first
     */
    List<RemediationCase> waiting(OperatorId operator, List<Phase> phases, int limit) {
        // One after the other, each along its part of the index: nobody reads thousands whom no notice reached to find
        // an appeal.
        return jdbc.sql("""
                        select found.* from unnest(array[:phases]) with ordinality as wanted (phase, place),
                            lateral (select * from remediation_case
                                where operator_id = :operator and phase = wanted.phase
                                    and phase in ('APPEALED', 'AWAITING_DECISION', 'UNREACHED')
                                order by opened_at, id limit :limit) found
                        order by place, opened_at, id limit :limit
                        """)
                .param("operator", operator.value())
                .param("phases", phases.stream().map(Enum::name).toList())
                .param("limit", limit)
                .query(CaseRow::read)
                .list();
    }

    private static java.time.@Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : SqlTime.of(instant);
    }
}
