package io.namesake.application.internal;

import io.namesake.access.OperatorId;
import io.namesake.application.Purpose;
import io.namesake.database.SqlTime;
import io.namesake.decision.Decision;
import io.namesake.decision.Outcome;
import io.namesake.decision.Reason;
import io.namesake.language.Language;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.Service;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of applications. */
@Repository
class ApplicationTable {
    private static final String COLUMNS = "select * from application ";

    private final JdbcClient jdbc;

    ApplicationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(LineApplication application) {
        var line = application.line();
        jdbc.sql("""
                        insert into application (id, operator_id, purpose, service, line, language, state, created_at, updated_at, expires_at)
                        values (:id, :operator, :purpose, :service, :line, :language, :state, :created, :updated, :expires)
                        """)
                .param("id", application.id())
                .param("operator", application.operatorId().value())
                .param("purpose", application.purpose().name())
                .param("service", line == null ? null : line.service().name())
                .param("line", line == null ? null : line.value())
                .param("language", application.language().tag())
                .param("state", application.state().name())
                .param("created", SqlTime.of(application.createdAt()))
                .param("updated", SqlTime.of(application.updatedAt()))
                .param("expires", SqlTime.of(application.expiresAt()))
                .update();
    }

    /** Writes what can change: the state and what led to it. */
    void update(LineApplication application) {
        var decided = application.decision();
        jdbc.sql("""
                        update application
                        set state = :state, updated_at = :updated, attended_check_requested_at = :attended,
                            outcome = :outcome, reasons = :reasons, decided_at = :decided, evidence_erased_at = :erased,
                            holder_id = :holder
                        where id = :id
                        """)
                .param("id", application.id())
                .param("state", application.state().name())
                .param("updated", SqlTime.of(application.updatedAt()))
                .param("attended", orNull(application.attendedCheckRequestedAt()))
                .param(
                        "outcome",
                        decided == null ? null : decided.decision().outcome().name())
                .param(
                        "reasons",
                        decided == null ? null : joined(decided.decision().reasons()))
                .param("decided", decided == null ? null : SqlTime.of(decided.at()))
                .param("erased", orNull(application.evidenceErasedAt()))
                .param("holder", application.holderId())
                .update();
        if (decided != null) {
            remember(application.id());
        }
    }

    /** Each decision stays countable, also when another follows. */
    private void remember(UUID id) {
        jdbc.sql("""
                        insert into application_decision
                            (application_id, decided_at, operator_id, service, outcome, reasons, attended, asked_at)
                        select id, decided_at, operator_id, service, outcome, reasons,
                            attended_check_requested_at is not null, created_at
                        from application where id = :id
                        on conflict do nothing
                        """).param("id", id).update();
    }

    Optional<LineApplication> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(ApplicationTable::read)
                .optional();
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Optional<LineApplication> lock(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id for update")
                .param("id", id)
                .query(ApplicationTable::read)
                .optional();
    }

    List<LineApplication> newest(OperatorId operator, int limit) {
        return jdbc.sql(COLUMNS + "where operator_id = :operator order by created_at desc, id limit :limit")
                .param("operator", operator.value())
                .param("limit", limit)
                .query(ApplicationTable::read)
                .list();
    }

    /** The applications that verified this holder. */
    Set<UUID> of(UUID holder) {
        return jdbc.sql("select id from application where holder_id = :holder")
                .param("holder", holder)
                .query(UUID.class)
                .set();
    }

    /** Applications that nobody finished in time. */
    List<UUID> overdue(Instant now, int limit) {
        return jdbc.sql("""
                        select id from application
                        where state in ('CREATED', 'CONSENTED') and expires_at <= :now
                        order by expires_at limit :limit
                        """)
                .param("now", SqlTime.of(now))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Applications in review that have kept evidence since before the given time. */
    List<UUID> keepingEvidenceSince(Instant before, int limit) {
        return jdbc.sql("""
                        select id from application a
                        where state = 'REVIEW' and decided_at <= :before
                          and exists (select 1 from evidence e where e.application_id = a.id)
                        order by decided_at limit :limit
                        """)
                .param("before", SqlTime.of(before))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Applications that keep evidence although nothing is to be decided by it any more. */
    List<UUID> keepingEvidenceInVain(int limit) {
        return jdbc.sql("""
                        select id from application
                        where (state in ('VERIFIED', 'REFUSED', 'EXPIRED') or attended_check_requested_at is not null)
                          and id in (select application_id from evidence)
                        order by id limit :limit
                        """).param("limit", limit).query(UUID.class).list();
    }

    private static LineApplication read(ResultSet row, int index) throws SQLException {
        return new LineApplication(
                row.getObject("id", UUID.class),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                Purpose.valueOf(row.getString("purpose")),
                line(row),
                Language.ofTag(row.getString("language")),
                State.valueOf(row.getString("state")),
                SqlTime.instant(row, "created_at"),
                SqlTime.instant(row, "updated_at"),
                SqlTime.instant(row, "expires_at"),
                SqlTime.instantOrNull(row, "attended_check_requested_at"),
                decided(row),
                SqlTime.instantOrNull(row, "evidence_erased_at"),
                row.getObject("holder_id", UUID.class));
    }

    private static @Nullable LineIdentifier line(ResultSet row) throws SQLException {
        var line = row.getString("line");
        return line == null ? null : new LineIdentifier(Service.valueOf(row.getString("service")), line);
    }

    private static LineApplication.@Nullable Decided decided(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        if (outcome == null) {
            return null;
        }
        var reasons = Arrays.stream(row.getString("reasons").split(","))
                .filter(reason -> !reason.isEmpty())
                .map(Reason::valueOf)
                .toList();
        return new LineApplication.Decided(
                new Decision(Outcome.valueOf(outcome), reasons), SqlTime.instant(row, "decided_at"));
    }

    private static String joined(List<Reason> reasons) {
        return reasons.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static @Nullable Object orNull(@Nullable Instant instant) {
        return instant == null ? null : SqlTime.of(instant);
    }
}
