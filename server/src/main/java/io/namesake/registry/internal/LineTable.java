package io.namesake.registry.internal;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.registry.EndCause;
import io.namesake.registry.Limit;
import io.namesake.registry.Line;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.LineStatus;
import io.namesake.registry.Service;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code line} and {@code line_reservation}, and the limits that hold for a line. */
@Repository
class LineTable {
    static final String LINE = """
            line.*,
            (select string_agg(distinct limitation, ',') from line_limit
                where line_limit.line_id = line.id and set_aside_by is null) as limits
            """;

    private final JdbcClient jdbc;

    LineTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The pending line, new or as it was, now asked for by this application; empty when it is in use or rests. */
    Optional<Line> pending(OperatorId operator, LineIdentifier identifier, UUID applicationId, Instant now) {
        // A conflicting row is locked before its status is looked at, so this waits for an activation under way.
        return jdbc.sql("""
                        insert into line (id, operator_id, service, identifier, status, since, application_id)
                        values (:id, :operator, :service, :identifier, 'PENDING', :now, :application)
                        on conflict (operator_id, identifier) do update
                            set service = excluded.service, application_id = excluded.application_id, status = 'PENDING',
                                quarantine_until = null, ended_by = null, ended_from = null, ended_holder_id = null, ended_cause = null,
                                since = case line.status when 'PENDING' then line.since else excluded.since end
                            where line.status = 'PENDING'
                               or (line.status = 'DEACTIVATED' and line.quarantine_until <= :now)
                        returning\s""" + LINE)
                .param("id", UUID.randomUUID())
                .param("operator", operator.value())
                .param("service", identifier.service().name())
                .param("identifier", identifier.value())
                .param("now", SqlTime.of(now))
                .param("application", applicationId)
                .query(LineTable::line)
                .optional();
    }

    /** Whether the application now has a reservation of this line; it has not if it reserved another one before. */
    boolean reserve(UUID line, OperatorId operator, UUID applicationId, boolean reverify, Instant now) {
        return jdbc.sql("""
                        insert into line_reservation (application_id, line_id, operator_id, reserved_at, reverify)
                        values (:application, :line, :operator, :now, :reverify)
                        on conflict (application_id) do update set released_at = null, reverify = excluded.reverify
                            where line_reservation.line_id = excluded.line_id
                        """)
                        .param("application", applicationId)
                        .param("line", line)
                        .param("operator", operator.value())
                        .param("now", SqlTime.of(now))
                        .param("reverify", reverify)
                        .update()
                == 1;
    }

    void release(OperatorId operator, UUID applicationId, Instant now) {
        jdbc.sql("""
                        update line_reservation set released_at = :now
                        where application_id = :application and operator_id = :operator and released_at is null
                        """)
                .param("now", SqlTime.of(now))
                .param("application", applicationId)
                .param("operator", operator.value())
                .update();
    }

    /** A line that an application asked for. @param again whether for somebody to stand for it who uses it already */
    record Reserved(Line line, boolean again) {}

    /** The line that this application reserved, locked until the transaction ends. */
    Optional<Reserved> reservedBy(OperatorId operator, LineIdentifier identifier, UUID applicationId) {
        return jdbc.sql("select line_reservation.reverify, " + LINE + """
                         from line join line_reservation on line_reservation.line_id = line.id
                        where line.operator_id = :operator and line.identifier = :identifier
                            and line_reservation.application_id = :application and line_reservation.released_at is null
                        for update of line, line_reservation
                        """)
                .param("operator", operator.value())
                .param("identifier", identifier.value())
                .param("application", applicationId)
                .query((row, number) -> new Reserved(line(row, number), row.getBoolean("reverify")))
                .optional();
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Optional<Line> lock(UUID id) {
        // The lock first: what is read in the statement that waits for it could be of before.
        jdbc.sql("select id from line where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return byId(id);
    }

    Optional<Line> byId(UUID id) {
        return jdbc.sql("select " + LINE + " from line where id = :id")
                .param("id", id)
                .query(LineTable::line)
                .optional();
    }

    List<Line> byIds(Collection<UUID> ids) {
        return jdbc.sql("select " + LINE + " from line where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(LineTable::line)
                .list();
    }

    /** In the name of somebody who was just verified for it. */
    Line held(
            UUID id,
            LineIdentifier identifier,
            LineStatus status,
            Instant since,
            @Nullable UUID applicationId,
            UUID holding) {
        return jdbc.sql("""
                        update line
                        set status = :status, service = :service, since = :since, holding_id = :holding,
                            application_id = coalesce(:application, application_id)
                        where id = :id
                        returning\s""" + LINE)
                .param("status", status.name())
                .param("service", identifier.service().name())
                .param("since", SqlTime.of(since))
                .param("application", applicationId)
                .param("holding", holding)
                .param("id", id)
                .query(LineTable::line)
                .single();
    }

    /** On or limited or waiting for somebody to verify, as before otherwise. */
    void in(UUID id, LineStatus status, Instant since) {
        jdbc.sql("update line set status = :status, since = :since where id = :id")
                .param("status", status.name())
                .param("since", SqlTime.of(since))
                .param("id", id)
                .update();
    }

    /** On, and in nobody's name. */
    void disowned(UUID id, Instant since) {
        jdbc.sql("update line set status = 'UNVERIFIED', since = :since, holding_id = null where id = :id")
                .param("since", SqlTime.of(since))
                .param("id", id)
                .update();
    }

    /** Off, and in nobody's name should its end be taken back. */
    void disownedAtRest(UUID id) {
        jdbc.sql("update line set ended_from = 'UNVERIFIED', ended_holder_id = null where id = :id")
                .param("id", id)
                .update();
    }

    /** Off, at rest until its number may be given out again. */
    void deactivated(
            Line line, UUID caseId, EndCause cause, @Nullable UUID holder, Instant quarantineUntil, Instant now) {
        jdbc.sql("""
                        update line
                        set status = 'DEACTIVATED', since = :now, holding_id = null, quarantine_until = :quarantine,
                            ended_by = :case, ended_cause = :cause, ended_from = :before, ended_holder_id = :holder
                        where id = :id
                        """)
                .param("now", SqlTime.of(now))
                .param("quarantine", SqlTime.of(quarantineUntil))
                .param("case", caseId)
                .param("cause", cause.name())
                .param("before", line.status().name())
                .param("holder", holder)
                .param("id", line.id())
                .update();
    }

    /**
     * What a line was before a case ended it.
     *
     * @param caseId the case
     * @param cause of the end; null where an earlier release ended it
     * @param from how it stood until then
     * @param holderId who held it, if anybody did
     */
    record Ended(
            UUID caseId,
            @Nullable EndCause cause,
            LineStatus from,
            @Nullable UUID holderId) {
        /** Because nobody had confirmed who stands for it, or its holder was said to have died: either can still be put right. */
        boolean isForADoubt() {
            return cause == EndCause.DEACTIVATED || cause == EndCause.DECEASED;
        }
    }

    Optional<Ended> ended(UUID id) {
        return jdbc.sql("select ended_by, ended_cause, ended_from, ended_holder_id from line"
                        + " where id = :id and status = 'DEACTIVATED'")
                .param("id", id)
                .query((row, number) -> ended(row))
                .optional();
    }

    /** The same; empty as well when another case ended it. */
    Optional<Ended> endedBy(UUID id, UUID caseId) {
        return ended(id).filter(ended -> ended.caseId().equals(caseId));
    }

    private static Ended ended(ResultSet row) throws SQLException {
        var cause = row.getString("ended_cause");
        return new Ended(
                row.getObject("ended_by", UUID.class),
                cause == null ? null : EndCause.valueOf(cause),
                LineStatus.valueOf(row.getString("ended_from")),
                row.getObject("ended_holder_id", UUID.class));
    }

    /** Takes an end back. */
    void reinstated(UUID id, LineStatus status, @Nullable UUID holding, Instant now) {
        jdbc.sql("""
                        update line
                        set status = :status, since = :now, holding_id = :holding, quarantine_until = null,
                            ended_by = null, ended_cause = null, ended_from = null, ended_holder_id = null
                        where id = :id
                        """)
                .param("status", status.name())
                .param("now", SqlTime.of(now))
                .param("holding", holding)
                .param("id", id)
                .update();
    }

    Optional<Line> find(OperatorId operator, String identifier) {
        return jdbc.sql("select " + LINE + " from line where operator_id = :operator and identifier = :identifier")
                .param("operator", operator.value())
                .param("identifier", identifier)
                .query(LineTable::line)
                .optional();
    }

    List<Line> latest(OperatorId operator, int limit) {
        return jdbc.sql("select " + LINE
                        + " from line where operator_id = :operator order by since desc, id limit :limit")
                .param("operator", operator.value())
                .param("limit", limit)
                .query(LineTable::line)
                .list();
    }

    static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                new LineIdentifier(Service.valueOf(row.getString("service")), row.getString("identifier")),
                LineStatus.valueOf(row.getString("status")),
                SqlTime.instant(row, "since"),
                row.getObject("application_id", UUID.class),
                limits(row),
                SqlTime.instantOrNull(row, "quarantine_until"));
    }

    /** What the column {@code limits} names. */
    static Set<Limit> limits(ResultSet row) throws SQLException {
        var names = row.getString("limits");
        return names == null
                ? Set.of()
                : Arrays.stream(names.split(","))
                        .map(Limit::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Limit.class)));
    }
}
