package io.namesake.provisioning.webhook;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.provisioning.outbox.Share;
import io.namesake.provisioning.outbox.Shares;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code webhook_delivery} and {@code webhook_attempt}, as the worker needs them. */
@Repository
class DeliveryTable {
    private static final Shares SHARES = new Shares(
            "webhook_endpoint",
            "url, form",
            "verified_at is not null",
            "webhook_delivery",
            "endpoint_id",
            "id",
            "status = 'PENDING'");

    private final JdbcClient jdbc;

    DeliveryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One delivery for each endpoint of the operator that wants the event; none for one that has it already. */
    int add(OperatorId operator, String eventId, EventType type, String body, Instant now) {
        return jdbc.sql("""
                        insert into webhook_delivery
                            (endpoint_id, event_id, type, body, created_at, status, next_attempt_at)
                        select id, :event, :type, :body, :now, 'PENDING', :now
                        from webhook_endpoint
                        where operator_id = :operator and verified_at is not null and disabled_at is null
                            and (event_types is null or :type = any (event_types))
                        on conflict (endpoint_id, event_id) do nothing
                        """)
                .param("operator", operator.value())
                .param("event", eventId)
                .param("type", type.wireName())
                .param("body", body)
                .param("now", SqlTime.of(now))
                .update();
    }

    /**
     * Takes what is due and not in another worker's hands, so that no two send the same at the same time. A lease that ran out
     * belonged to a worker that died: what it had is taken over. The endpoint with the fewest under way comes first, then what has
     * been due the longest, so that endpoints that are silent keep no other from being told.
     *
     * @param most at most so many: the places that are free
     * @param share what one endpoint, and one operator, may have of them while others wait
     */
    List<Delivery> lease(Instant now, Duration lease, int most, Share share) {
        return jdbc.sql(SHARES.due() + """
                        update webhook_delivery delivery set lease = :lease, leased_until = :until
                        from due where delivery.id = due.id
                        returning delivery.id, lease, endpoint_id, url, event_id, body, form, failures
                        """)
                .param("now", SqlTime.of(now))
                .param("until", SqlTime.of(now.plus(lease)))
                .param("lease", UUID.randomUUID())
                .param("most", most)
                .param("perReceiver", share.ofReceiver())
                .param("perOperator", share.ofOperator())
                .param("kept", share.kept())
                .query(DeliveryTable::delivery)
                .list();
    }

    /** Gives it back untried. */
    void unlease(Delivery delivery) {
        jdbc.sql("update webhook_delivery set lease = null, leased_until = null where id = :id and lease = :lease")
                .param("id", delivery.id())
                .param("lease", delivery.lease())
                .update();
    }

    void record(Delivery delivery, Attempt attempt) {
        var error = attempt.outcome() instanceof Attempt.Failed(Attempt.Failure failure) ? failure.wireName() : null;
        // From a select, because the endpoint may have been deleted while we were sending.
        jdbc.sql("""
                        insert into webhook_attempt (delivery_id, at, duration_millis, http_status, error)
                        select id, :at, :duration, :status, :error from webhook_delivery where id = :id
                        """)
                .param("id", delivery.id())
                .param("at", SqlTime.of(attempt.at()))
                .param("duration", attempt.duration().toMillis())
                .param("status", attempt.httpStatus())
                .param("error", error)
                .update();
    }

    /** Even where the lease ran out meanwhile: delivered is delivered. */
    void delivered(Delivery delivery) {
        jdbc.sql("""
                        update webhook_delivery
                        set status = 'DELIVERED', next_attempt_at = null, lease = null, leased_until = null
                        where id = :id and status = 'PENDING'
                        """).param("id", delivery.id()).update();
    }

    void tryAgain(Delivery delivery, Instant nextAttempt) {
        jdbc.sql("""
                        update webhook_delivery
                        set failures = failures + 1, next_attempt_at = :next, lease = null, leased_until = null
                        where id = :id and status = 'PENDING' and lease = :lease
                        """)
                .param("next", SqlTime.of(nextAttempt))
                .param("id", delivery.id())
                .param("lease", delivery.lease())
                .update();
    }

    void giveUp(Delivery delivery) {
        jdbc.sql("""
                        update webhook_delivery
                        set status = 'GIVEN_UP', failures = failures + 1, next_attempt_at = null, lease = null, leased_until = null
                        where id = :id and status = 'PENDING' and lease = :lease
                        """)
                .param("id", delivery.id())
                .param("lease", delivery.lease())
                .update();
    }

    /** The endpoint wants nothing more. */
    void giveUpAll(UUID endpoint) {
        jdbc.sql("""
                        update webhook_delivery
                        set status = 'GIVEN_UP', next_attempt_at = null, lease = null, leased_until = null
                        where endpoint_id = :endpoint and status = 'PENDING'
                        """).param("endpoint", endpoint).update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getObject("lease", UUID.class),
                row.getObject("endpoint_id", UUID.class),
                URI.create(row.getString("url")),
                row.getString("event_id"),
                row.getString("body"),
                EndpointForm.valueOf(row.getString("form")),
                row.getInt("failures"));
    }
}
