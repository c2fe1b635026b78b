package io.namesake.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventPublicationRepository.FailedCriteria;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.util.ClassUtils;

/**
 * What listeners failed at, in the table {@code event_publication}. Modulith's own repository gives the oldest of all of them, so that
 * one listener with a long queue, such as Kafka's while its broker is down, would keep every other one from being tried again.
 */
final class FailuresByListener {
    private final JdbcClient jdbc;
    private final EventSerializer serializer;

    FailuresByListener(JdbcClient jdbc, EventSerializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /**
     * Of every listener what was tried the longest ago, so that one event at which it fails for ever does not hold up its next ones
     * either.
     *
     * @param criteria how many of each listener at most, and before when they were last tried
     */
    List<TargetEventPublication> find(FailedCriteria criteria) {
        var before = criteria.getPublicationDateReference();
        return jdbc.sql("""
                        select failed.* from (
                            select distinct listener_id from event_publication where status = 'FAILED') listener
                        cross join lateral (
                            select id, listener_id, event_type, serialized_event, publication_date, last_resubmission_date,
                                completion_attempts
                            from event_publication
                            where listener_id = listener.listener_id and status = 'FAILED'
                                and coalesce(last_resubmission_date, publication_date) < coalesce(:before::timestamptz, 'infinity')
                            order by coalesce(last_resubmission_date, publication_date)
                            limit :most) failed
                        """)
                .param("before", before == null ? null : Timestamp.from(before))
                .param("most", criteria.getMaxItemsToRead() < 0 ? null : criteria.getMaxItemsToRead())
                .query((row, _) -> publication(row))
                .list();
    }

    private TargetEventPublication publication(ResultSet row) throws SQLException {
        var type = row.getString("event_type");
        var event = row.getString("serialized_event");
        var resubmitted = row.getTimestamp("last_resubmission_date");
        return new StoredPublication(
                row.getObject("id", UUID.class),
                row.getString("listener_id"),
                () -> serializer.deserialize(event, ClassUtils.resolveClassName(type, null)),
                row.getTimestamp("publication_date").toInstant(),
                resubmitted == null ? null : resubmitted.toInstant(),
                row.getInt("completion_attempts"));
    }
}
