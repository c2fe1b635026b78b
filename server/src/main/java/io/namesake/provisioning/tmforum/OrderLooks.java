package io.namesake.provisioning.tmforum;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The columns of {@code service_order} that say where an order stood when it was last looked at. */
@Repository
class OrderLooks {
    private final JdbcClient jdbc;

    OrderLooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes where an order stands, which the caller has locked. @return the number of the change; empty where it is none */
    OptionalInt noted(UUID order, OrderState state, Instant now) {
        jdbc.sql("update service_order set looked_at = :now where id = :id")
                .param("now", SqlTime.of(now))
                .param("id", order)
                .update();
        return jdbc.sql("""
                        update service_order set state = :state, changes = changes + 1
                        where id = :id and state <> :state returning changes
                        """)
                .param("state", state.name())
                .param("id", order)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** Orders that can still go on, and were not looked at since then; those of longest ago first. */
    List<UUID> open(Instant lookedAtBefore, int most) {
        return jdbc.sql("""
                        select id from service_order
                        where state in ('ACKNOWLEDGED', 'HELD', 'PENDING', 'IN_PROGRESS')
                            and (looked_at is null or looked_at < :before)
                        order by looked_at nulls first limit :most
                        """)
                .param("before", SqlTime.of(lookedAtBefore))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** The latest orders of a line that may stand elsewhere than before when something happens to it. */
    List<UUID> ofLine(OperatorId operator, String line, int most) {
        return jdbc.sql("""
                        select id from service_order
                        where operator_id = :operator and state not in ('COMPLETED', 'CANCELLED')
                            and id in (select order_id from service_order_item where line = :line)
                        order by ordered_at desc limit :most
                        """)
                .param("operator", operator.value())
                .param("line", line)
                .param("most", most)
                .query(UUID.class)
                .list();
    }
}
