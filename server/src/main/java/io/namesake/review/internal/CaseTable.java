package io.namesake.review.internal;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.decision.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of cases. Whoever changes one has locked its row before. */
@Repository
class CaseTable {
    static final String IS_OPEN = " stage not in ('DECIDED', 'WITHDRAWN') ";

    private final JdbcClient jdbc;
    private final OpinionTable opinions;

    CaseTable(JdbcClient jdbc, OpinionTable opinions) {
        this.jdbc = jdbc;
        this.opinions = opinions;
    }

    /** @return whether it is new: one wish opens one case, and an application has one open case at a time */
    boolean insert(ReviewCase added, UUID event) {
        return jdbc.sql("""
                        insert into review_case
                            (id, event_id, operator_id, application_id, kind, reasons, skill, stage, opened_at, due_at, appointment_code)
                        values (:id, :event, :operator, :application, :kind, :reasons, :skill, :stage, :opened, :due, :code)
                        on conflict do nothing
                        """)
                        .param("id", added.id())
                        .param("event", event)
                        .param("operator", added.operator().value())
                        .param("application", added.applicationId())
                        .param("kind", added.state().kind().name())
                        .param("reasons", joined(added.reasons()))
                        .param("skill", added.skill().name())
                        .param("stage", added.state().stage().name())
                        .param("opened", SqlTime.of(added.openedAt()))
                        .param("due", SqlTime.of(added.dueAt()))
                        .param("code", added.code())
                        .update()
                == 1;
    }

    Optional<ReviewCase> find(OperatorId operator, UUID id) {
        return jdbc.sql("select * from review_case where id = :id and operator_id = :operator")
                .param("id", id)
                .param("operator", operator.value())
                .query(this::read)
                .optional();
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Optional<ReviewCase> lock(OperatorId operator, UUID id) {
        return jdbc.sql("select * from review_case where id = :id and operator_id = :operator for update")
                .param("id", id)
                .param("operator", operator.value())
                .query(this::read)
                .optional();
    }

    Optional<ReviewCase> openOf(UUID application) {
        return jdbc.sql("select * from review_case where application_id = :application and" + IS_OPEN + "for update")
                .param("application", application)
                .query(this::read)
                .optional();
    }

    Optional<ReviewCase> byCode(OperatorId operator, String code) {
        return jdbc.sql("select * from review_case where operator_id = :operator and appointment_code = :code and"
                        + IS_OPEN + "for update")
                .param("operator", operator.value())
                .param("code", code)
                .query(this::read)
                .optional();
    }

    /** Writes what can change. @param outcome when it is decided, else null */
    void update(ReviewCase changed, @Nullable Verdict outcome, Instant now) {
        var state = changed.state();
        var lock = state.lock();
        var assignee = state.assignedTo();
        jdbc.sql("""
                        update review_case
                        set kind = :kind, reasons = :reasons, stage = :stage, locked_by = :staff, locked_until = :until, lock_by_code = :byCode,
                            assigned_to = :assigned, outcome = :outcome, closed_at = :closed
                        where id = :id
                        """)
                .param("id", changed.id())
                .param("kind", state.kind().name())
                .param("reasons", joined(changed.reasons()))
                .param("stage", state.stage().name())
                .param("staff", lock == null ? null : lock.staff())
                .param("until", lock == null ? null : SqlTime.of(lock.until()))
                .param("byCode", lock != null && lock.byCode())
                .param("assigned", assignee)
                .param("outcome", outcome == null ? null : outcome.name())
                .param("closed", state.stage().isClosed() ? SqlTime.of(now) : null)
                .update();
    }

    private ReviewCase read(ResultSet row, int index) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var application = row.getObject("application_id", UUID.class);
        var lockedBy = row.getObject("locked_by", UUID.class);
        var lock = lockedBy == null
                ? null
                : new Lock(lockedBy, SqlTime.instant(row, "locked_until"), row.getBoolean("lock_by_code"));
        return new ReviewCase(
                id,
                new OperatorId(row.getObject("operator_id", UUID.class)),
                application,
                reasons(row.getString("reasons")),
                Skill.valueOf(row.getString("skill")),
                SqlTime.instant(row, "opened_at"),
                SqlTime.instant(row, "due_at"),
                row.getString("appointment_code"),
                new CaseState(
                        CaseKind.valueOf(row.getString("kind")),
                        Stage.valueOf(row.getString("stage")),
                        lock,
                        opinions.of(id),
                        application == null ? Set.of() : new HashSet<>(earlier(application, id)),
                        row.getObject("assigned_to", UUID.class)));
    }

    /** Who decided on the applicant in a case before this one. */
    private List<UUID> earlier(UUID application, UUID id) {
        return jdbc.sql("""
                        select o.staff_id from review_opinion o join review_case c on c.id = o.case_id
                        where c.application_id = :application and c.id <> :id
                        """)
                .param("application", application)
                .param("id", id)
                .query(UUID.class)
                .list();
    }

    private static String joined(Set<Reason> reasons) {
        return reasons.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    static Set<Reason> reasons(String joined) {
        return Arrays.stream(joined.split(","))
                .filter(name -> !name.isEmpty())
                .map(Reason::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
