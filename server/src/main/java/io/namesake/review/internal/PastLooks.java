package io.namesake.review.internal;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The looks that were allowed, for those who check that looks are justified. */
@Repository
class PastLooks {
    private final JdbcClient jdbc;

    PastLooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param from inclusive @param to exclusive; null lets all pass */
    record Filter(
            @Nullable UUID caseId,
            @Nullable UUID staffId,
            @Nullable Instant from,
            @Nullable Instant to) {}

    record Look(UUID id, UUID caseId, UUID staffId, LookReason reason, Instant at, Instant until) {}

    /** The newest first. @param after where the page before ended; null for the first @param limit 1 or more */
    List<Look> looks(OperatorId operator, Filter filter, @Nullable LookCursor after, int limit) {
        return jdbc.sql("""
                        select l.* from review_look l join review_case c on c.id = l.case_id
                        where c.operator_id = :operator
                          and (:case::uuid is null or l.case_id = :case::uuid)
                          and (:staff::uuid is null or l.staff_id = :staff::uuid)
                          and (:from::timestamptz is null or l.allowed_at >= :from::timestamptz)
                          and (:to::timestamptz is null or l.allowed_at < :to::timestamptz)
                          and (:afterId::uuid is null
                               or (l.allowed_at, l.id) < (:afterAt::timestamptz, :afterId::uuid))
                        order by l.allowed_at desc, l.id desc limit :limit
                        """)
                .param("operator", operator.value())
                .param("case", filter.caseId())
                .param("staff", filter.staffId())
                .param("from", filter.from() == null ? null : SqlTime.of(filter.from()))
                .param("to", filter.to() == null ? null : SqlTime.of(filter.to()))
                .param("afterAt", after == null ? null : SqlTime.of(after.at()))
                .param("afterId", after == null ? null : after.id())
                .param("limit", limit)
                .query((row, number) -> new Look(
                        row.getObject("id", UUID.class),
                        row.getObject("case_id", UUID.class),
                        row.getObject("staff_id", UUID.class),
                        LookReason.valueOf(row.getString("reason")),
                        SqlTime.instant(row, "allowed_at"),
                        SqlTime.instant(row, "until")))
                .list();
    }
}
