package io.namesake.provisioning.webhook;

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

/** Deliveries that were given up, in the table {@code webhook_delivery}. */
@Repository
class DeadLetterTable {
    private static final String COLUMNS = """
            select event_id, type, body, created_at, failures,
                (select max(at) from webhook_attempt where delivery_id = delivery.id) as last_at,
                (select http_status from webhook_attempt where delivery_id = delivery.id order by id desc limit 1) as http_status,
                (select error from webhook_attempt where delivery_id = delivery.id order by id desc limit 1) as error
            from webhook_delivery delivery where endpoint_id = :endpoint and status = 'GIVEN_UP'
            """;

    private final JdbcClient jdbc;

    DeadLetterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest first. @param after the event id of the last one that was read; null to begin */
    List<DeadLetter> list(UUID endpoint, @Nullable String after, int limit) {
        return jdbc.sql(COLUMNS + """
                         and id > coalesce(
                            (select id from webhook_delivery where endpoint_id = :endpoint and event_id = :after), 0)
                        order by id limit :limit
                        """)
                .param("endpoint", endpoint)
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query(DeadLetterTable::letter)
                .list();
    }

    Optional<DeadLetter> find(UUID endpoint, String event) {
        return jdbc.sql(COLUMNS + " and event_id = :event")
                .param("endpoint", endpoint)
                .param("event", event)
                .query(DeadLetterTable::letter)
                .optional();
    }

    /** @param event which; null for all of the endpoint. @return how many */
    int redeliver(UUID endpoint, @Nullable String event, Instant now) {
        return jdbc.sql("""
                        update webhook_delivery set status = 'PENDING', failures = 0, next_attempt_at = :now
                        where endpoint_id = :endpoint and status = 'GIVEN_UP' and (:all or event_id = :event)
                        """)
                .param("now", SqlTime.of(now))
                .param("endpoint", endpoint)
                .param("all", event == null)
                .param("event", event == null ? "" : event)
                .update();
    }

    boolean drop(UUID endpoint, String event) {
        return jdbc.sql("""
                        update webhook_delivery set status = 'DROPPED'
                        where endpoint_id = :endpoint and event_id = :event and status = 'GIVEN_UP'
                        """).param("endpoint", endpoint).param("event", event).update() == 1;
    }

    private static DeadLetter letter(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                row.getString("event_id"),
                row.getString("type"),
                row.getString("body"),
                SqlTime.instant(row, "created_at"),
                row.getInt("failures"),
                SqlTime.instantOrNull(row, "last_at"),
                row.getObject("http_status", Integer.class),
                row.getString("error"));
    }

    /**
     * A delivery that was given up.
     *
     * @param failures how many attempts failed
     * @param lastAt when the last attempt was made; null when none was
     * @param httpStatus what it was answered with; null when there was no answer
     * @param error why there was none
     */
    record DeadLetter(
            String eventId,
            String type,
            String body,
            Instant createdAt,
            int failures,
            @Nullable Instant lastAt,
            @Nullable Integer httpStatus,
            @Nullable String error) {}
}
