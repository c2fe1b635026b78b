package io.namesake.registry.internal;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.registry.DisclosableLines;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One question to the database for one line. */
@Component
class FactsOfLines implements DisclosableLines {
    private final JdbcClient jdbc;

    FactsOfLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Facts> of(OperatorId operator, String number) {
        return find(operator, "line.identifier", number);
    }

    @Override
    public Optional<Facts> of(OperatorId operator, UUID lineId) {
        return find(operator, "line.id", lineId);
    }

    private Optional<Facts> find(OperatorId operator, String column, Object value) {
        return jdbc.sql("""
                        select line.id, line.identifier, holding.holder_id, holder.kind, holding.verified_at, %s as held_since,
                               exists (select 1 from line_user
                                       where line_user.line_id = line.id and line_user.holding_id = holding.id
                                         and uses_until is null) as lent,
                               (select max(present_from) from line_equipment
                                where line_equipment.line_id = line.id and present_until is null
                                  and line_equipment.kind in ('ICCID', 'IMSI', 'EID')) as sim_since
                        from line
                        join holding on holding.id = line.holding_id and holding.held_until is null
                        join holder on holder.id = holding.holder_id
                        where line.operator_id = :operator and %s = :value
                          and line.service in ('MOBILE', 'FIXED') and line.status in ('ACTIVE', 'LIMITED')
                        """.formatted(HoldingTable.HELD_SINCE, column))
                .param("operator", operator.value())
                .param("value", value)
                .query((row, index) -> new Facts(
                        row.getObject("id", UUID.class),
                        row.getString("identifier"),
                        row.getObject("holder_id", UUID.class),
                        row.getString("kind").equals("PERSON"),
                        row.getTimestamp("verified_at") != null,
                        SqlTime.instant(row, "held_since"),
                        row.getBoolean("lent"),
                        SqlTime.instantOrNull(row, "sim_since")))
                .optional();
    }
}
