package io.namesake.registry.internal;

import io.namesake.access.OperatorId;
import io.namesake.registry.Line;
import io.namesake.registry.LineInventory;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code line} by the index of its names, which a page of lines that change meanwhile keeps its place in. */
@Repository
class InventoryTable implements LineInventory {
    private static final String WHERE = """
             from line where operator_id = :operator and status = any (:statuses) and service = any (:services)
                and (:any or identifier = :identifier)
            """;

    private final JdbcClient jdbc;

    InventoryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> page(OperatorId operator, Filter filter, int offset, int limit) {
        return asked(
                        "select " + LineTable.LINE + WHERE + " order by identifier limit :limit offset :offset",
                        operator,
                        filter)
                .param("limit", limit)
                .param("offset", offset)
                .query(LineTable::line)
                .list();
    }

    @Override
    public OptionalInt count(OperatorId operator, Filter filter) {
        int counted = asked("select count(*) from (select 1" + WHERE + " limit :limit) found", operator, filter)
                .param("limit", FARTHEST + 1)
                .query(Integer.class)
                .single();
        return counted > FARTHEST ? OptionalInt.empty() : OptionalInt.of(counted);
    }

    private JdbcClient.StatementSpec asked(String sql, OperatorId operator, Filter filter) {
        return jdbc.sql(sql)
                .param("operator", operator.value())
                .param("statuses", filter.statuses().stream().map(Enum::name).toArray(String[]::new))
                .param("services", filter.services().stream().map(Enum::name).toArray(String[]::new))
                .param("any", filter.identifier() == null)
                .param("identifier", filter.identifier() == null ? "" : filter.identifier());
    }
}
