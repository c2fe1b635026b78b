package io.namesake.provisioning.webhook;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What operators were told, in order: the tables {@code operator_event} and {@code operator_event_number}. An operator's numbers have
 * no gaps and are seen in their order, so that whoever has read up to one of them has missed none before it.
 */
@Repository
class EventLog {
    private final JdbcClient jdbc;

    EventLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The number that the event gets. Until the caller's transaction ends, no other event of the operator gets one.
     *
     * @return empty when the event is there already
     */
    OptionalLong number(OperatorId operator, String eventId) {
        // Takes the lock also where the row is there already; what the holder before us added is seen by the next
        // statement.
        long last = jdbc.sql("""
                        insert into operator_event_number as counter (operator_id, last) values (:operator, 0)
                        on conflict (operator_id) do update set last = counter.last returning last
                        """)
                .param("operator", operator.value())
                .query(Long.class)
                .single();
        boolean known = jdbc.sql("select 1 from operator_event where operator_id = :operator and event_id = :event")
                .param("operator", operator.value())
                .param("event", eventId)
                .query(Integer.class)
                .optional()
                .isPresent();
        return known ? OptionalLong.empty() : OptionalLong.of(last + 1);
    }

    /** Under the number that {@link #number} gave in this transaction. */
    void add(OperatorId operator, long number, String eventId, EventType type, String body, Instant now) {
        jdbc.sql("""
                        insert into operator_event (operator_id, number, event_id, type, body, created_at)
                        values (:operator, :number, :event, :type, :body, :now)
                        """)
                .param("operator", operator.value())
                .param("number", number)
                .param("event", eventId)
                .param("type", type.wireName())
                .param("body", body)
                .param("now", SqlTime.of(now))
                .update();
        jdbc.sql("update operator_event_number set last = :number where operator_id = :operator")
                .param("operator", operator.value())
                .param("number", number)
                .update();
    }

    /** The number of the operator's last event, 0 when there was none. */
    long last(OperatorId operator) {
        return jdbc.sql("select last from operator_event_number where operator_id = :operator")
                .param("operator", operator.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The number before the first event that is still kept: from there on nothing is missing. */
    long beforeFirstKept(OperatorId operator, long last) {
        return jdbc.sql("select min(number) from operator_event where operator_id = :operator and number <= :last")
                        .param("operator", operator.value())
                        .param("last", last)
                        .query((row, _) -> row.getObject(1, Long.class) == null ? last + 1 : row.getLong(1))
                        .single()
                - 1;
    }

    /** The number before the first event that was noted at this time or later; {@code last} when there is none. */
    long before(OperatorId operator, Instant since, long last) {
        return jdbc.sql("""
                        select min(number) from operator_event
                        where operator_id = :operator and created_at >= :since and number <= :last
                        """)
                        .param("operator", operator.value())
                        .param("since", SqlTime.of(since))
                        .param("last", last)
                        .query((row, _) -> row.getObject(1, Long.class) == null ? last + 1 : row.getLong(1))
                        .single()
                - 1;
    }

    /** Events after a number and up to another, in order. */
    List<Entry> read(OperatorId operator, long after, long last, Set<EventType> types, int limit) {
        return jdbc.sql("""
                        select number, body from operator_event
                        where operator_id = :operator and number > :after and number <= :last and type = any (:types)
                        order by number limit :limit
                        """)
                .param("operator", operator.value())
                .param("after", after)
                .param("last", last)
                .param("types", types.stream().map(EventType::wireName).toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) -> new Entry(row.getLong("number"), row.getString("body")))
                .list();
    }

    /** @param body the CloudEvent */
    record Entry(long number, String body) {}
}
