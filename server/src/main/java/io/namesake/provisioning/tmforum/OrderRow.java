package io.namesake.provisioning.tmforum;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.provisioning.tmforum.ServiceOrder.Cancellation;
import io.namesake.provisioning.tmforum.ServiceOrder.Item;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code service_order}: an order without its items. */
record OrderRow(
        UUID id,
        OperatorId operator,
        @Nullable String externalId,
        @Nullable String description,
        Instant orderedAt,
        OrderState state,
        @Nullable Cancellation cancellation) {

    OrderRow(ResultSet row) throws SQLException {
        this(
                row.getObject("id", UUID.class),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                row.getString("external_id"),
                row.getString("description"),
                SqlTime.instant(row, "ordered_at"),
                OrderState.valueOf(row.getString("state")),
                cancellation(row));
    }

    private static @Nullable Cancellation cancellation(ResultSet row) throws SQLException {
        var at = SqlTime.instantOrNull(row, "cancelled_at");
        return at == null
                ? null
                : new Cancellation(
                        row.getObject("cancellation_id", UUID.class), at, row.getString("cancellation_reason"));
    }

    ServiceOrder order(List<Item> items) {
        return new ServiceOrder(id, operator, externalId, description, items, orderedAt, state, cancellation);
    }
}
