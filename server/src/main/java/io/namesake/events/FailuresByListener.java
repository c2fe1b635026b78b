package io.namesake.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final Logger log = LoggerFactory.getLogger(FailuresByListener.class);

    private final JdbcClient jdbc;
    private final EventSerializer serializer;
    private final Clock clock;
    private final Set<String> unknownHere = ConcurrentHashMap.newKeySet();

    FailuresByListener(JdbcClient jdbc, EventSerializer serializer, Clock clock) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.clock = clock;
    }

    /**
     * Of every listener what was tried the longest ago, so that one event at which it fails for ever does not hold up its next ones
     * either; nor does one that this server cannot read, such as a newer one's before it was set back.
     *
     * @param criteria how many of each listener at most, and before when they were last tried
     */
    List<TargetEventPublication> find(FailedCriteria criteria) {
        var before = criteria.getPublicationDateReference();
        var found = jdbc.sql("""
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
                .query((row, _) -> row(row))
                .list();
        return found.stream().map(this::publication).flatMap(Optional::stream).toList();
    }

    private record Row(
            UUID id,
            String listener,
            String type,
            String event,
            Instant publishedAt,
            @Nullable Instant resubmittedAt,
            int attempts) {}

    private static Row row(ResultSet row) throws SQLException {
        var resubmitted = row.getTimestamp("last_resubmission_date");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("listener_id"),
                row.getString("event_type"),
                row.getString("serialized_event"),
                row.getTimestamp("publication_date").toInstant(),
                resubmitted == null ? null : resubmitted.toInstant(),
                row.getInt("completion_attempts"));
    }

    /** Read here, since Modulith would end its round at the first one that it cannot read. */
    private Optional<TargetEventPublication> publication(Row row) {
        try {
            var event = serializer.deserialize(row.event(), ClassUtils.forName(row.type(), null));
            return Optional.of(new StoredPublication(
                    row.id(), row.listener(), event, row.publishedAt(), row.resubmittedAt(), row.attempts()));
        } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
            putOff(row);
            return Optional.empty();
        }
    }

    /** Without what the event says, which would be in the exception's message, too. */
    private void putOff(Row row) {
        if (unknownHere.add(row.type())) {
            log.warn(
                    "Event {} of type {} cannot be read by this server, and waits for one that can, as do others of its type",
                    row.id(),
                    row.type());
        }
        jdbc.sql("update event_publication set last_resubmission_date = :now where id = :id and status = 'FAILED'")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", row.id())
                .update();
    }
}
