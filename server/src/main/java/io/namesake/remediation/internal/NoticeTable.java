package io.namesake.remediation.internal;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code remediation_notice}. */
@Repository
class NoticeTable {
    private final JdbcClient jdbc;

    NoticeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far a notice has come. */
    enum Status {
        PENDING,
        /** A letter that somebody has to post. */
        WAITING,
        SENT,
        /** Proven: reported by the channel, posted, or its link was opened. */
        DELIVERED,
        FAILED
    }

    /**
     * A notice.
     *
     * @param step the number of the case's step that it tells of
     */
    record Notice(
            UUID id,
            OperatorId operatorId,
            UUID caseId,
            int step,
            NoticeKind kind,
            Channel channel,
            Status status,
            Instant createdAt,
            Instant changedAt,
            int attempts,
            @Nullable String error,
            byte @Nullable [] sealedMessage) {

        @Override
        public String toString() {
            return "Notice[" + id + ", " + status + "]";
        }
    }

    void add(UUID id, RemediationCase about, NoticeKind kind, Channel channel, byte[] message, Instant now) {
        jdbc.sql("""
                        insert into remediation_notice
                            (id, case_id, operator_id, step, kind, channel, status, created_at, changed_at, sealed_message)
                        values (:id, :case, :operator, :step, :kind, :channel, 'PENDING', :now, :now, :message)
                        """)
                .param("id", id)
                .param("case", about.id())
                .param("operator", about.operatorId().value())
                .param("step", about.steps())
                .param("kind", kind.name())
                .param("channel", channel.name())
                .param("now", SqlTime.of(now))
                .param("message", message)
                .update();
    }

    Optional<Notice> find(UUID id) {
        return jdbc.sql("select * from remediation_notice where id = :id")
                .param("id", id)
                .query(NoticeTable::notice)
                .optional();
    }

    /** Reads one that is there, and keeps others from changing it until the transaction ends. */
    Notice lock(UUID id) {
        return jdbc.sql("select * from remediation_notice where id = :id for update")
                .param("id", id)
                .query(NoticeTable::notice)
                .single();
    }

    List<Notice> of(UUID caseId) {
        return jdbc.sql("select * from remediation_notice where case_id = :case order by created_at, channel")
                .param("case", caseId)
                .query(NoticeTable::notice)
                .list();
    }

    List<Notice> letters(OperatorId operator, int limit) {
        return jdbc.sql("""
                        select * from remediation_notice where operator_id = :operator and status = 'WAITING'
                        order by created_at, id limit :limit
                        """)
                .param("operator", operator.value())
                .param("limit", limit)
                .query(NoticeTable::notice)
                .list();
    }

    boolean hasLetter(UUID caseId) {
        return jdbc.sql("""
                        select exists (select 1 from remediation_notice
                            where case_id = :case and channel = 'LETTER' and kind = 'DOUBT' and status <> 'FAILED')
                        """).param("case", caseId).query(Boolean.class).single();
    }

    /** Whether some other way of telling of the same step is still open or has brought it. */
    boolean isToldOtherwise(Notice failed) {
        return jdbc.sql("""
                        select exists (select 1 from remediation_notice
                            where case_id = :case and step = :step and id <> :id and status <> 'FAILED')
                        """)
                .param("case", failed.caseId())
                .param("step", failed.step())
                .param("id", failed.id())
                .query(Boolean.class)
                .single();
    }

    /**
     * Notes an attempt, unless the notice has moved on meanwhile.
     *
     * @param error null when there was none
     * @return whether it was as it was before the attempt
     */
    boolean attempted(Notice before, Status status, @Nullable String error, Instant now) {
        return jdbc.sql("""
                        update remediation_notice
                        set status = :status, attempts = attempts + 1, error = :error, changed_at = :now,
                            sealed_message = case when :status in ('PENDING', 'WAITING') then sealed_message end
                        where id = :id and status = 'PENDING' and attempts = :attempts
                        """)
                        .param("status", status.name())
                        .param("error", error)
                        .param("now", SqlTime.of(now))
                        .param("id", before.id())
                        .param("attempts", before.attempts())
                        .update()
                == 1;
    }

    /** Nobody needs to be told what a case that is over said before. */
    void giveUpBefore(UUID caseId, int step, Instant now) {
        jdbc.sql("""
                        update remediation_notice
                        set status = 'FAILED', error = 'case-over', changed_at = :now, sealed_message = null
                        where case_id = :case and step < :step and status in ('PENDING', 'WAITING')
                        """)
                .param("case", caseId)
                .param("step", step)
                .param("now", SqlTime.of(now))
                .update();
    }

    /** What the other side reported. */
    void reported(UUID id, Status status, @Nullable String error, Instant now) {
        jdbc.sql("""
                        update remediation_notice set status = :status, error = :error, changed_at = :now, sealed_message = null
                        where id = :id
                        """)
                .param("status", status.name())
                .param("error", error)
                .param("now", SqlTime.of(now))
                .param("id", id)
                .update();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                row.getObject("case_id", UUID.class),
                row.getInt("step"),
                NoticeKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                Status.valueOf(row.getString("status")),
                SqlTime.instant(row, "created_at"),
                SqlTime.instant(row, "changed_at"),
                row.getInt("attempts"),
                row.getString("error"),
                row.getBytes("sealed_message"));
    }
}
