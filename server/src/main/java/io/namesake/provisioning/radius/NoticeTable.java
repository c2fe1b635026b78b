package io.namesake.provisioning.radius;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.provisioning.outbox.Share;
import io.namesake.provisioning.outbox.Shares;
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
    private static final Shares SHARES = new Shares(
            "access_server",
            "address, port, means, sealed_secret",
            "true",
            "access_notice",
            "access_server_id",
            "line_id",
            "true");

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
     * @param most at most so many: the places that are free
     * @param share what one access server, and one operator, may have of them while others wait
     */
    List<Notice> lease(Instant now, Duration lease, int most, Share share) {
        return jdbc.sql(SHARES.due() + """
                        update access_notice notice set lease = :lease, leased_until = :until
                        from due where notice.access_server_id = due.receiver_id and notice.line_id = due.line_id
                        returning due.*, notice.version, notice.lease, notice.failures
                        """)
                .param("now", SqlTime.of(now))
                .param("until", SqlTime.of(now.plus(lease)))
                .param("lease", UUID.randomUUID())
                .param("most", most)
                .param("perReceiver", share.ofReceiver())
                .param("perOperator", share.ofOperator())
                .param("kept", share.kept())
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
                row.getObject("receiver_id", UUID.class),
                row.getObject("line_id", UUID.class),
                row.getInt("version"),
                row.getObject("lease", UUID.class),
                new InetSocketAddress(InetAddress.ofLiteral(row.getString("address")), row.getInt("port")),
                AccessServer.Means.valueOf(row.getString("means")),
                row.getBytes("sealed_secret"),
                row.getInt("failures"));
    }
}
