package io.namesake.provisioning.radius;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.provisioning.radius.AccessServerAnswer.OpenNotice;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code access_notice}. */
@Repository
class NoticeTable {
    private final JdbcClient jdbc;

    NoticeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each of the operator's access servers is to be told of the line, at once; what was still to be told of it is overtaken. */
    int add(OperatorId operator, UUID line, Instant now) {
        return jdbc.sql("""
                        insert into access_notice as notice (access_server_id, line_id, requested_at, next_attempt_at)
                        select id, :line, :now, :now from access_server where operator_id = :operator
                        on conflict (access_server_id, line_id) do update
                            set version = notice.version + 1, requested_at = :now, next_attempt_at = :now, failures = 0,
                                failure = null
                        """)
                .param("line", line)
                .param("now", SqlTime.of(now))
                .param("operator", operator.value())
                .update();
    }

    /**
     * Takes what is due and not in another worker's hands. A lease that ran out belonged to a worker that died. The access server with
     * the fewest under way comes first, then what has been due the longest, so that servers that are silent keep no other from being
     * told.
     *
     * @param most at most so many, and with those under way at most {@code perServer} of one access server and {@code perOperator} of
     *     one operator
     */
    List<Notice> lease(Instant now, Duration lease, int most, int perServer, int perOperator) {
        return jdbc.sql("""
                        with under_way as materialized (
                            select access_server_id, count(*) as number from access_notice
                            where leased_until > :now group by access_server_id),
                        server as materialized (
                            select id, operator_id, address, port, means, sealed_secret, coalesce(number, 0) as number,
                                sum(coalesce(number, 0)) over (partition by operator_id) as of_operator
                            from access_server left join under_way on access_server_id = id),
                        waiting as (
                            select server.id, next_attempt_at, number + place as place,
                                of_operator + row_number() over (
                                    partition by operator_id order by number + place, next_attempt_at) as place_of_operator
                            from server cross join lateral (
                                select next_attempt_at, row_number() over (order by next_attempt_at) as place from (
                                    select next_attempt_at from access_notice
                                    where access_server_id = server.id and next_attempt_at <= :now
                                        and (leased_until is null or leased_until <= :now)
                                    order by next_attempt_at
                                    limit greatest(0, :perServer - server.number)) next) one),
                        share as materialized (
                            select id, count(*) as number from (
                                select id from waiting where place_of_operator <= :perOperator
                                order by place, next_attempt_at limit :most) first
                            group by id),
                        due as materialized (
                            select server.id, server.address, server.port, server.means, server.sealed_secret, one.line_id
                            from share join server on server.id = share.id cross join lateral (
                                select line_id from access_notice
                                where access_server_id = share.id and next_attempt_at <= :now
                                    and (leased_until is null or leased_until <= :now)
                                order by next_attempt_at
                                limit share.number
                                for update skip locked) one
                            -- They are no more than that, but the planner, who does not know it, would read the whole table.
                            limit :most)
                        update access_notice notice set lease = :lease, leased_until = :until
                        from due where notice.access_server_id = due.id and notice.line_id = due.line_id
                        returning due.*, notice.version, notice.lease, notice.failures
                        """)
                .param("now", SqlTime.of(now))
                .param("until", SqlTime.of(now.plus(lease)))
                .param("lease", UUID.randomUUID())
                .param("most", most)
                .param("perServer", perServer)
                .param("perOperator", perOperator)
                .query((row, number) -> notice(row))
                .list();
    }

    /** Told: nothing of it stays, unless the line changed again meanwhile. */
    void settle(Notice notice) {
        int deleted = jdbc.sql("""
                        delete from access_notice
                        where access_server_id = :server and line_id = :line and version = :version
                        """)
                .param("server", notice.accessServerId())
                .param("line", notice.lineId())
                .param("version", notice.version())
                .update();
        if (deleted == 0) {
            unlease(notice);
        }
    }

    /** Gives it back, to be told anew. */
    void unlease(Notice notice) {
        jdbc.sql("""
                        update access_notice set lease = null, leased_until = null
                        where access_server_id = :server and line_id = :line and lease = :lease
                        """)
                .param("server", notice.accessServerId())
                .param("line", notice.lineId())
                .param("lease", notice.lease())
                .update();
    }

    /** @param nextAttempt none gives up; a change of the line meanwhile is told all the same */
    void failed(Notice notice, String failure, Optional<Instant> nextAttempt) {
        jdbc.sql("""
                        update access_notice
                        set lease = null, leased_until = null,
                            failures = case version when :version then failures + 1 else failures end,
                            failure = case version when :version then :failure else failure end,
                            next_attempt_at = case version when :version then :next::timestamptz else next_attempt_at end
                        where access_server_id = :server and line_id = :line and lease = :lease
                        """)
                .param("version", notice.version())
                .param("failure", failure)
                .param("next", nextAttempt.map(SqlTime::of).orElse(null))
                .param("server", notice.accessServerId())
                .param("line", notice.lineId())
                .param("lease", notice.lease())
                .update();
    }

    /** What an access server is still to be told, or could not be told; the oldest first. */
    List<OpenNotice> open(UUID accessServer, int limit) {
        return jdbc.sql("""
                        select * from access_notice where access_server_id = :server order by requested_at, line_id limit :limit
                        """)
                .param("server", accessServer)
                .param("limit", limit)
                .query((row, number) -> new OpenNotice(
                        row.getObject("line_id", UUID.class),
                        SqlTime.instant(row, "requested_at"),
                        row.getInt("failures"),
                        row.getString("failure"),
                        SqlTime.instantOrNull(row, "next_attempt_at")))
                .list();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                row.getObject("line_id", UUID.class),
                row.getInt("version"),
                row.getObject("lease", UUID.class),
                new InetSocketAddress(InetAddress.ofLiteral(row.getString("address")), row.getInt("port")),
                AccessServer.Means.valueOf(row.getString("means")),
                row.getBytes("sealed_secret"),
                row.getInt("failures"));
    }
}
