package io.namesake.provisioning.webhook;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code webhook_endpoint}. */
@Repository
class EndpointTable {
    private final JdbcClient jdbc;

    EndpointTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(OperatorId operator, WebhookEndpoint endpoint, @Nullable Listening listening, byte[] sealedSecret) {
        jdbc.sql("""
                        insert into webhook_endpoint
                            (id, operator_id, url, description, event_types, sealed_secret, created_at, verified_at, form,
                             listens_to, listener_query)
                        values (:id, :operator, :url, :description, :types, :secret, :now, :verified, :form,
                             :listens::text[], :query)
                        """)
                .param("id", endpoint.id())
                .param("operator", operator.value())
                .param("url", endpoint.url())
                .param("description", endpoint.description().orElse(null))
                .param("types", wireNames(endpoint.eventTypes()))
                .param("secret", sealedSecret)
                .param("now", SqlTime.of(endpoint.createdAt()))
                .param("verified", endpoint.verifiedAt().map(SqlTime::of).orElse(null))
                .param("form", endpoint.form().name())
                .param("listens", listening == null ? null : listening.events().toArray(String[]::new))
                .param("query", listening == null ? null : listening.query())
                .update();
    }

    int count(OperatorId operator) {
        return jdbc.sql("select count(*) from webhook_endpoint where operator_id = :operator")
                .param("operator", operator.value())
                .query(Integer.class)
                .single();
    }

    List<WebhookEndpoint> of(OperatorId operator) {
        return jdbc.sql("select * from webhook_endpoint where operator_id = :operator order by created_at, id")
                .param("operator", operator.value())
                .query(EndpointTable::endpoint)
                .list();
    }

    Optional<WebhookEndpoint> find(OperatorId operator, UUID id) {
        return jdbc.sql("select * from webhook_endpoint where id = :id and operator_id = :operator")
                .param("id", id)
                .param("operator", operator.value())
                .query(EndpointTable::endpoint)
                .optional();
    }

    /** The sealed secrets that events are signed with now, the newest first. */
    List<byte[]> sealedSecrets(UUID id, Instant now) {
        return jdbc.sql("""
                        select sealed_secret, case when previous_secret_until > :now then sealed_previous_secret end
                        from webhook_endpoint where id = :id
                        """)
                .param("id", id)
                .param("now", SqlTime.of(now))
                .query((row, _) -> Stream.of(row.getBytes(1), row.getBytes(2))
                        .filter(Objects::nonNull)
                        .toList())
                .optional()
                .orElse(List.of());
    }

    /** Answered a challenge at this URL; nothing happens where it has another by now. */
    boolean verified(UUID id, String url, Instant now) {
        return jdbc.sql(
                                "update webhook_endpoint set verified_at = :now, disabled_at = null where id = :id and url = :url")
                        .param("now", SqlTime.of(now))
                        .param("id", id)
                        .param("url", url)
                        .update()
                == 1;
    }

    /** Another URL answered the challenge before this, so that what the old one said, 410, holds no more. */
    void change(WebhookEndpoint endpoint) {
        jdbc.sql("""
                        update webhook_endpoint
                        set url = :url, description = :description, event_types = :types, verified_at = :verified,
                            disabled_at = case when url = :url then disabled_at end
                        where id = :id
                        """)
                .param("url", endpoint.url())
                .param("description", endpoint.description().orElse(null))
                .param("types", wireNames(endpoint.eventTypes()))
                .param("verified", endpoint.verifiedAt().map(SqlTime::of).orElse(null))
                .param("id", endpoint.id())
                .update();
    }

    /** The secret so far stays good beside the new one until then; one that was before it is gone. */
    void rotate(UUID id, byte[] sealedSecret, Instant previousUntil) {
        jdbc.sql("""
                        update webhook_endpoint
                        set sealed_previous_secret = sealed_secret, previous_secret_until = :until, sealed_secret = :secret
                        where id = :id
                        """)
                .param("until", SqlTime.of(previousUntil))
                .param("secret", sealedSecret)
                .param("id", id)
                .update();
    }

    /** Erases previous secrets whose time is over. @return how many */
    int forgetPreviousSecrets(Instant now) {
        return jdbc.sql("""
                        update webhook_endpoint set sealed_previous_secret = null, previous_secret_until = null
                        where previous_secret_until <= :now
                        """).param("now", SqlTime.of(now)).update();
    }

    /** With its deliveries. */
    boolean delete(OperatorId operator, UUID id) {
        return jdbc.sql("delete from webhook_endpoint where id = :id and operator_id = :operator")
                        .param("id", id)
                        .param("operator", operator.value())
                        .update()
                == 1;
    }

    /** Whose endpoint was disabled by this; empty where it was disabled before, or is deleted. */
    Optional<OperatorId> disable(UUID id, Instant now) {
        return jdbc.sql("""
                        update webhook_endpoint set disabled_at = :now where id = :id and disabled_at is null
                        returning operator_id
                        """)
                .param("now", SqlTime.of(now))
                .param("id", id)
                .query((row, number) -> new OperatorId(row.getObject("operator_id", UUID.class)))
                .optional();
    }

    /** Every type is stored as null, so that it means those of later versions too. */
    private static String @Nullable [] wireNames(Set<EventType> types) {
        return types.size() == EventType.values().length
                ? null
                : types.stream().map(EventType::wireName).toArray(String[]::new);
    }

    private static WebhookEndpoint endpoint(ResultSet row, int number) throws SQLException {
        var types = row.getArray("event_types");
        return new WebhookEndpoint(
                row.getObject("id", UUID.class),
                row.getString("url"),
                Optional.ofNullable(row.getString("description")),
                EndpointForm.valueOf(row.getString("form")),
                types == null
                        ? EnumSet.allOf(EventType.class)
                        : Arrays.stream((String[]) types.getArray())
                                .flatMap(name -> EventType.named(name).stream())
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class))),
                SqlTime.instant(row, "created_at"),
                Optional.ofNullable(SqlTime.instantOrNull(row, "verified_at")),
                Optional.ofNullable(SqlTime.instantOrNull(row, "disabled_at")),
                Optional.ofNullable(SqlTime.instantOrNull(row, "previous_secret_until")));
    }
}
