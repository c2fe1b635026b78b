package io.namesake.registry.internal;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.registry.CampaignLines;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Slices of the table {@code line}, in the order of their ids. */
@Repository
class SlicedLines implements CampaignLines {
    private static final String SLICE = """
             from line left join holding on holding.id = line.holding_id
            where line.operator_id = :operator and line.status in ('ACTIVE', 'LIMITED', 'UNVERIFIED')
                and (:service::text is null or line.service = :service)
                and (:status::text is null or line.status = :status)
                and (:before::timestamptz is null or holding.verified_at is null or holding.verified_at < :before)
            """;

    private final JdbcClient jdbc;

    SlicedLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<UUID> page(OperatorId operator, Slice slice, @Nullable UUID after, int limit) {
        return sliced(
                        "select line.id" + SLICE
                                + " and (:after::uuid is null or line.id > :after) order by line.id limit :limit",
                        operator,
                        slice)
                .param("after", after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    @Override
    public long count(OperatorId operator, Slice slice) {
        return sliced("select count(*)" + SLICE, operator, slice)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec sliced(String sql, OperatorId operator, Slice slice) {
        return jdbc.sql(sql)
                .param("operator", operator.value())
                .param(
                        "service",
                        slice.service() == null ? null : slice.service().name())
                .param("status", slice.status() == null ? null : slice.status().name())
                .param("before", slice.verifiedBefore() == null ? null : SqlTime.of(slice.verifiedBefore()));
    }
}
