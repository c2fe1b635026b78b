package io.namesake.provisioning.webhook;

import io.namesake.database.SqlTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was sent to an endpoint and what came of it, for the operator to look into. */
@Repository
class DeliveryHistory {
    private final JdbcClient jdbc;

    DeliveryHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The endpoint's last deliveries, the newest first, each with its attempts, the first one first. */
    List<DeliveryAnswer> latest(UUID endpoint, int limit) {
        var deliveries = new LinkedHashMap<Long, DeliveryAnswer>();
        jdbc.sql("""
                        select delivery.id, event_id, type, status, next_attempt_at, at, duration_millis, http_status, error
                        from (select * from webhook_delivery where endpoint_id = :endpoint order by id desc limit :limit) delivery
                        left join webhook_attempt attempt on attempt.delivery_id = delivery.id
                        order by delivery.id desc, attempt.id
                        """).param("endpoint", endpoint).param("limit", limit).query(row -> {
            var delivery = deliveries.get(row.getLong("id"));
            if (delivery == null) {
                delivery = delivery(row);
                deliveries.put(row.getLong("id"), delivery);
            }
            if (row.getObject("at") != null) {
                delivery.attempts().add(attempt(row));
            }
        });
        return List.copyOf(deliveries.values());
    }

    private static DeliveryAnswer delivery(ResultSet row) throws SQLException {
        return new DeliveryAnswer(
                row.getString("event_id"),
                row.getString("type"),
                DeliveryStatus.valueOf(row.getString("status")),
                SqlTime.instantOrNull(row, "next_attempt_at"),
                new ArrayList<>());
    }

    private static AttemptAnswer attempt(ResultSet row) throws SQLException {
        return new AttemptAnswer(
                SqlTime.instant(row, "at"),
                row.getObject("http_status", Integer.class),
                row.getLong("duration_millis"),
                row.getString("error"));
    }

    enum DeliveryStatus {
        PENDING,
        DELIVERED,
        GIVEN_UP,
        DROPPED
    }

    @Schema(name = "WebhookDelivery")
    record DeliveryAnswer(
            @Schema(description = "The webhook-id header, the same in every attempt")
            String eventId,

            @Schema(example = "line.activated") String type,

            @Schema(
                    description =
                            "GIVEN_UP after the last of the scheduled attempts, or when the endpoint answered 410 Gone: a dead"
                                    + " letter; DROPPED when the operator dropped that")
            DeliveryStatus status,

            @Schema(description = "Null when there will be no other attempt") @Nullable
            Instant nextAttemptAt,

            List<AttemptAnswer> attempts) {}

    @Schema(name = "WebhookAttempt")
    record AttemptAnswer(
            Instant at,

            @Schema(description = "Null when no answer came") @Nullable
            Integer httpStatus,

            long durationMillis,

            @Schema(
                    description = "Why no answer came; null when one came",
                    allowableValues = {
                        "host-unknown",
                        "address-not-allowed",
                        "connection-failed",
                        "tls-failed",
                        "timeout",
                        "broken-response",
                        "not-sent"
                    })
            @Nullable
            String error) {}
}
