package io.namesake.registry.internal;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.registry.Holding;
import io.namesake.registry.Line;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.LineStatus;
import io.namesake.registry.LineUser;
import io.namesake.registry.PortedIn;
import io.namesake.registry.Service;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a person holds, with everything that their list shows of it: one question, however many lines there are. */
@Repository
class HeldLineTable {
    private final JdbcClient jdbc;
    private final LineUserTable users;

    HeldLineTable(JdbcClient jdbc, LineUserTable users) {
        this.jdbc = jdbc;
        this.users = users;
    }

    /** A held line, without what the module {@code access} knows of its operator. */
    record Row(
            Line line, Holding holding, Optional<LineUser> user, boolean ofOrganisation, Optional<PortedIn> portedIn) {}

    /** The lines of a person and of the organisations that they act for, the newest first. */
    List<Row> of(UUID holder, int limit) {
        return held(holder, null, limit);
    }

    /** One of these. */
    Optional<Row> find(UUID holder, UUID line) {
        return held(holder, line, 1).stream().findFirst();
    }

    private List<Row> held(UUID holder, @Nullable UUID line, int limit) {
        return jdbc.sql("""
                        select mine.*, holder.kind as holder_kind, line.operator_id as line_operator, line.service, line.identifier,
                            line.status, line.since, line.application_id as line_application, line.quarantine_until,
                            (select string_agg(distinct limitation, ',') from line_limit
                                where line_limit.line_id = line.id and set_aside_by is null) as limits,
                            line_user.id as user_id, line_user.kind as user_kind, line_user.sealed_label, line_user.uses_from,
                            line_port.other_operator, line_port.ported_at
                        from (select holding.* from holding
                              where held_until is null and (:line::uuid is null or line_id = :line)
                                -- One list of ids, which the index over holders takes; an "or" would read the whole table.
                                and holder_id = any (array(
                                    select cast(:holder as uuid)
                                    union all
                                    select id from holder
                                    where representative_id = :holder and organisation_state = 'CONFIRMED'))
                              order by held_from desc, id limit :limit) mine
                            join holder on holder.id = mine.holder_id
                            join line on line.id = mine.line_id
                            left join line_user on line_user.line_id = mine.line_id and line_user.uses_until is null
                                and line_user.holding_id = mine.id
                            -- What began it, however often an end of the line was taken back since.
                            left join lateral (
                                select begun.cause_id from holding begun
                                where begun.line_id = mine.line_id and begun.held_from <= mine.held_from
                                    and begun.cause <> 'REINSTATED'
                                order by begun.held_from desc limit 1) begun on true
                            left join line_port on line_port.id = begun.cause_id and line_port.direction = 'IN'
                        order by mine.held_from desc, mine.id
                        """)
                .param("holder", holder)
                .param("line", line)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    private Row row(ResultSet row) throws SQLException {
        var user = row.getObject("user_id", UUID.class);
        var from = row.getString("other_operator");
        return new Row(
                line(row),
                HoldingTable.holding(row, 0),
                user == null ? Optional.empty() : Optional.of(users.user(user, row.getString("user_kind"), row)),
                row.getString("holder_kind").equals("ORGANISATION"),
                from == null ? Optional.empty() : Optional.of(new PortedIn(from, SqlTime.instant(row, "ported_at"))));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("line_id", UUID.class),
                new OperatorId(row.getObject("line_operator", UUID.class)),
                new LineIdentifier(Service.valueOf(row.getString("service")), row.getString("identifier")),
                LineStatus.valueOf(row.getString("status")),
                SqlTime.instant(row, "since"),
                row.getObject("line_application", UUID.class),
                LineTable.limits(row),
                SqlTime.instantOrNull(row, "quarantine_until"));
    }
}
