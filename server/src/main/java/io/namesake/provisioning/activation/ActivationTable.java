package io.namesake.provisioning.activation;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.provisioning.outbox.Share;
import io.namesake.provisioning.outbox.Shares;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code line_activation}. */
@Repository
class ActivationTable {
    private final JdbcClient jdbc;

    ActivationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The line is to be told at once; what was still to be told of it is overtaken. */
    void add(OperatorId operator, UUID line, Instant now) {
        jdbc.sql("""
                        insert into line_activation as activation (line_id, operator_id, requested_at, next_attempt_at)
                        values (:line, :operator, :now, :now)
                        on conflict (line_id) do update
                            set version = activation.version + 1, requested_at = :now, next_attempt_at = :now, failures = 0,
                                failure = null
                        """)
                .param("line", line)
                .param("operator", operator.value())
                .param("now", SqlTime.of(now))
                .update();
    }

    /**
     * Takes what is due and not in another worker's hands. A lease that ran out belonged to a worker that died. The server with the
     * fewest under way comes first, then what has been due the longest, so that servers that are silent keep no other from being told.
     *
     * @param most at most so many: the places that are free
     * @param share what one operator, who has one server, may have of them while others wait; as {@link Shares} has it of those with several
     */
    List<DueLine> lease(Instant now, Duration lease, int most, Share share) {
        return jdbc.sql("""
                        with recursive operator as (
                            -- One look into the index for each operator, however long its queue is.
                            (select operator_id as id from line_activation where next_attempt_at is not null
                                order by operator_id, next_attempt_at limit 1)
                            union all
                            select (select operator_id from line_activation
                                where next_attempt_at is not null and operator_id > operator.id
                                order by operator_id, next_attempt_at limit 1)
                            from operator where operator.id is not null),
                        under_way as materialized (
                            select operator_id, count(*) as number from line_activation
                            where leased_until > :now group by operator_id),
                        waiting as (
                            select operator.id, next_attempt_at, coalesce(number, 0) + place as place
                            from operator left join under_way on operator_id = operator.id cross join lateral (
                                select next_attempt_at, row_number() over (order by next_attempt_at) as place from (
                                    select next_attempt_at from line_activation
                                    where operator_id = operator.id and next_attempt_at <= :now
                                        and (leased_until is null or leased_until <= :now)
                                    order by next_attempt_at
                                    limit :most) next) one),
                        turn as (
                            select id, place, row_number() over (order by place, next_attempt_at) as number from waiting),
                        share as materialized (
                            select id, count(*) as number from turn
                            where number <= :most - case when place > :perServer then :kept else 0 end
                            group by id),
                        due as materialized (
                            select one.line_id from share cross join lateral (
                                select line_id from line_activation
                                where operator_id = share.id and next_attempt_at <= :now
                                    and (leased_until is null or leased_until <= :now)
                                order by next_attempt_at
                                limit share.number
                                for update skip locked) one
                            -- They are no more than that, but the planner, who does not know it, would read the whole table.
                            limit :most)
                        update line_activation activation set lease = :lease, leased_until = :until
                        from due where activation.line_id = due.line_id
                        returning activation.line_id, operator_id, version, requested_at, lease, failures
                        """)
                .param("now", SqlTime.of(now))
                .param("until", SqlTime.of(now.plus(lease)))
                .param("lease", UUID.randomUUID())
                .param("most", most)
                .param("perServer", share.ofReceiver())
                .param("kept", share.kept())
                .query((row, _) -> new DueLine(
                        row.getObject("line_id", UUID.class),
                        new OperatorId(row.getObject("operator_id", UUID.class)),
                        row.getInt("version"),
                        SqlTime.instant(row, "requested_at"),
                        row.getObject("lease", UUID.class),
                        row.getInt("failures")))
                .list();
    }

    /** A change of the line meanwhile is told all the same. */
    void told(DueLine due, Instant now) {
        jdbc.sql("""
                        update line_activation
                        set lease = null, leased_until = null, told_at = :now, told_of = :requested,
                            failures = case version when :version then 0 else failures end,
                            failure = case version when :version then null else failure end,
                            next_attempt_at = case version when :version then null else next_attempt_at end
                        where line_id = :line and lease = :lease
                        """)
                .param("now", SqlTime.of(now))
                .param("requested", SqlTime.of(due.requestedAt()))
                .param("version", due.version())
                .param("line", due.lineId())
                .param("lease", due.lease())
                .update();
    }

    /** @param nextAttempt none gives up; a change of the line meanwhile is told all the same */
    void failed(DueLine due, String failure, Optional<Instant> nextAttempt) {
        jdbc.sql("""
                        update line_activation
                        set lease = null, leased_until = null,
                            failures = case version when :version then failures + 1 else failures end,
                            failure = case version when :version then :failure else failure end,
                            next_attempt_at = case version when :version then :next::timestamptz else next_attempt_at end
                        where line_id = :line and lease = :lease
                        """)
                .param("version", due.version())
                .param("failure", failure)
                .param("next", nextAttempt.map(SqlTime::of).orElse(null))
                .param("line", due.lineId())
                .param("lease", due.lease())
                .update();
    }

    /** Gives it back untried. */
    void unlease(DueLine due) {
        jdbc.sql(
                        "update line_activation set lease = null, leased_until = null where line_id = :line and lease = :lease")
                .param("line", due.lineId())
                .param("lease", due.lease())
                .update();
    }

    /**
     * How it stands with a line.
     *
     * @param toldAt when the server last stood as the line does; null: never
     * @param toldOf which of the line's changes that was, by its time; null: never
     * @param failure of the last attempt; null when it is told, or not tried yet
     * @param nextAttemptAt null: told, or given up where there is a failure
     */
    record Row(
            UUID lineId,
            Instant requestedAt,
            @Nullable Instant toldAt,
            @Nullable Instant toldOf,
            int failures,
            @Nullable String failure,
            @Nullable Instant nextAttemptAt) {}

    Optional<Row> find(UUID line) {
        return jdbc.sql("select * from line_activation where line_id = :line")
                .param("line", line)
                .query((row, _) -> row(row))
                .optional();
    }

    /** What is still to be told, or could not be; the oldest first. */
    List<Row> open(OperatorId operator, int limit) {
        return jdbc.sql("""
                        select * from line_activation
                        where operator_id = :operator and (next_attempt_at is not null or failure is not null)
                        order by requested_at, line_id limit :limit
                        """)
                .param("operator", operator.value())
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("line_id", UUID.class),
                SqlTime.instant(row, "requested_at"),
                SqlTime.instantOrNull(row, "told_at"),
                SqlTime.instantOrNull(row, "told_of"),
                row.getInt("failures"),
                row.getString("failure"),
                SqlTime.instantOrNull(row, "next_attempt_at"));
    }
}
