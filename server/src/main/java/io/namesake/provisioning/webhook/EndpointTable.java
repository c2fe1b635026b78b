package io.namesake.provisioning.webhook;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    void add(OperatorId operator, WebhookEndpoint endpoint, byte[] sealedSecret) {
        jdbc.sql("""
                        insert into webhook_endpoint
                            (id, operator_id, url, description, event_types, sealed_secret, created_at)
                        values (:id, :operator, :url, :description, :types, :secret, :now)
                        """)
                .param("id", endpoint.id())
                .param("operator", operator.value())
                .param("url", endpoint.url())
                .param("description", endpoint.description().orElse(null))
                .param("types", wireNames(endpoint.eventTypes()))
                .param("secret", sealedSecret)
                .param("now", SqlTime.of(endpoint.createdAt()))
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

    boolean exists(OperatorId operator, UUID id) {
        return jdbc.sql("select 1 from webhook_endpoint where id = :id and operator_id = :operator")
                .param("id", id)
                .param("operator", operator.value())
                .query(Integer.class)
                .optional()
                .isPresent();
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
                types == null
                        ? EnumSet.allOf(EventType.class)
                        : Arrays.stream((String[]) types.getArray())
                                .flatMap(name -> EventType.named(name).stream())
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class))),
                SqlTime.instant(row, "created_at"),
                Optional.ofNullable(SqlTime.instantOrNull(row, "disabled_at")));
    }
}
