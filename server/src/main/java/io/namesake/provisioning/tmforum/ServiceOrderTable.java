package io.namesake.provisioning.tmforum;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.provisioning.tmforum.ServiceOrder.Cancellation;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.Service;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code service_order}. */
@Repository
class ServiceOrderTable {
    private static final String OF_OPERATOR =
            " from service_order where operator_id = :operator and (:any or external_id = :external)";

    private final JdbcClient jdbc;

    ServiceOrderTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ServiceOrder order) {
        jdbc.sql("""
                        insert into service_order
                            (id, operator_id, application_id, external_id, item_id, action, service, line, ordered_at)
                        values (:id, :operator, :application, :external, :item, :action, :service, :line, :ordered)
                        """)
                .param("id", order.id())
                .param("operator", order.operatorId().value())
                .param("application", order.applicationId())
                .param("external", order.externalId())
                .param("item", order.itemId())
                .param("action", order.action().name())
                .param("service", order.line().service().name())
                .param("line", order.line().value())
                .param("ordered", SqlTime.of(order.orderedAt()))
                .update();
    }

    Optional<ServiceOrder> find(OperatorId operator, UUID id) {
        return jdbc.sql("select * from service_order where operator_id = :operator and id = :id")
                .param("operator", operator.value())
                .param("id", id)
                .query(ServiceOrderTable::order)
                .optional();
    }

    Optional<ServiceOrder> ofApplication(OperatorId operator, UUID application) {
        return jdbc.sql("select * from service_order where operator_id = :operator and application_id = :application")
                .param("operator", operator.value())
                .param("application", application)
                .query(ServiceOrderTable::order)
                .optional();
    }

    Optional<ServiceOrder> cancelled(OperatorId operator, UUID cancellation) {
        return jdbc.sql("select * from service_order where operator_id = :operator and cancellation_id = :id")
                .param("operator", operator.value())
                .param("id", cancellation)
                .query(ServiceOrderTable::order)
                .optional();
    }

    /** The newest first. @param externalId only those of it; null for all */
    List<ServiceOrder> page(OperatorId operator, @Nullable String externalId, int offset, int limit) {
        return asked(
                        "select *" + OF_OPERATOR + " order by ordered_at desc, id limit :limit offset :offset",
                        operator,
                        externalId)
                .param("limit", limit)
                .param("offset", offset)
                .query(ServiceOrderTable::order)
                .list();
    }

    /** Empty when there are more than can be skipped. */
    OptionalInt count(OperatorId operator, @Nullable String externalId) {
        int counted = asked(
                        "select count(*) from (select 1" + OF_OPERATOR + " limit :limit) found", operator, externalId)
                .param("limit", Listing.FARTHEST + 1)
                .query(Integer.class)
                .single();
        return counted > Listing.FARTHEST ? OptionalInt.empty() : OptionalInt.of(counted);
    }

    private JdbcClient.StatementSpec asked(String sql, OperatorId operator, @Nullable String externalId) {
        return jdbc.sql(sql)
                .param("operator", operator.value())
                .param("any", externalId == null)
                .param("external", externalId == null ? "" : externalId);
    }

    /** @return whether it was not cancelled before */
    boolean cancel(UUID order, Cancellation cancellation) {
        return jdbc.sql("""
                        update service_order set cancelled_at = :at, cancellation_id = :cancellation, cancellation_reason = :reason
                        where id = :id and cancelled_at is null
                        """)
                        .param("at", SqlTime.of(cancellation.at()))
                        .param("cancellation", cancellation.id())
                        .param("reason", cancellation.reason())
                        .param("id", order)
                        .update()
                == 1;
    }

    private static ServiceOrder order(ResultSet row, int number) throws SQLException {
        var cancelled = SqlTime.instantOrNull(row, "cancelled_at");
        return new ServiceOrder(
                row.getObject("id", UUID.class),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                row.getObject("application_id", UUID.class),
                row.getString("external_id"),
                row.getString("item_id"),
                ServiceOrder.Action.valueOf(row.getString("action")),
                new LineIdentifier(Service.valueOf(row.getString("service")), row.getString("line")),
                SqlTime.instant(row, "ordered_at"),
                cancelled == null
                        ? null
                        : new Cancellation(
                                row.getObject("cancellation_id", UUID.class),
                                cancelled,
                                row.getString("cancellation_reason")));
    }
}
