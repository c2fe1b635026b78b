package io.namesake.registry;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code line} and {@code line_reservation}. */
@Repository
class LineTable {
    private static final String LINE =
            "line.id, line.service, line.identifier, line.status, line.since, line.application_id";

    private final JdbcClient jdbc;

    LineTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The pending line, new or as it was, now asked for by this application; empty when it is active. */
    Optional<Row> pending(OperatorId operator, LineIdentifier identifier, UUID applicationId, Instant now) {
        // A conflicting row is locked before its status is looked at, so this waits for an activation under way.
        return jdbc.sql("""
                        insert into line (id, operator_id, service, identifier, status, since, application_id)
                        values (:id, :operator, :service, :identifier, 'PENDING', :now, :application)
                        on conflict (operator_id, identifier) do update
                            set service = excluded.service, application_id = excluded.application_id
                            where line.status = 'PENDING'
                        returning\s""" + LINE)
                .param("id", UUID.randomUUID())
                .param("operator", operator.value())
                .param("service", identifier.service().name())
                .param("identifier", identifier.value())
                .param("now", SqlTime.of(now))
                .param("application", applicationId)
                .query(LineTable::row)
                .optional();
    }

    /** Whether the application now has a reservation of this line; it has not if it reserved another one before. */
    boolean reserve(UUID line, OperatorId operator, UUID applicationId, Instant now) {
        return jdbc.sql("""
                        insert into line_reservation (application_id, line_id, operator_id, reserved_at)
                        values (:application, :line, :operator, :now)
                        on conflict (application_id) do update set released_at = null
                            where line_reservation.line_id = excluded.line_id
                        """)
                        .param("application", applicationId)
                        .param("line", line)
                        .param("operator", operator.value())
                        .param("now", SqlTime.of(now))
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

    /** The line that this application reserved, locked until the transaction ends. */
    Optional<Row> locked(OperatorId operator, LineIdentifier identifier, UUID applicationId) {
        return jdbc.sql("select " + LINE + """
                         from line join line_reservation on line_reservation.line_id = line.id
                        where line.operator_id = :operator and line.identifier = :identifier
                            and line_reservation.application_id = :application and line_reservation.released_at is null
                        for update
                        """)
                .param("operator", operator.value())
                .param("identifier", identifier.value())
                .param("application", applicationId)
                .query(LineTable::row)
                .optional();
    }

    Line activated(UUID id, LineIdentifier identifier, UUID applicationId, UUID holding, Instant now) {
        return jdbc.sql("""
                        update line
                        set status = 'ACTIVE', service = :service, since = :now, application_id = :application, holding_id = :holding
                        where id = :id
                        returning\s""" + LINE)
                .param("service", identifier.service().name())
                .param("now", SqlTime.of(now))
                .param("application", applicationId)
                .param("holding", holding)
                .param("id", id)
                .query(LineTable::row)
                .single()
                .line();
    }

    Optional<Line> find(OperatorId operator, String identifier) {
        return jdbc.sql("select " + LINE + " from line where operator_id = :operator and identifier = :identifier")
                .param("operator", operator.value())
                .param("identifier", identifier)
                .query(LineTable::row)
                .optional()
                .map(Row::line);
    }

    List<Line> latest(OperatorId operator, int limit) {
        return jdbc
                .sql("select " + LINE + " from line where operator_id = :operator order by since desc, id limit :limit")
                .param("operator", operator.value())
                .param("limit", limit)
                .query(LineTable::row)
                .stream()
                .map(Row::line)
                .toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var identifier = new LineIdentifier(Service.valueOf(row.getString("service")), row.getString("identifier"));
        return new Row(
                row.getObject("id", UUID.class),
                new Line(
                        identifier,
                        LineStatus.valueOf(row.getString("status")),
                        SqlTime.instant(row, "since"),
                        row.getObject("application_id", UUID.class)));
    }

    record Row(UUID id, Line line) {}
}
