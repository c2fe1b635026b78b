package io.namesake.provisioning.tmforum;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.provisioning.tmforum.ServiceOrder.Cancellation;
import io.namesake.provisioning.tmforum.ServiceOrder.Item;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.Service;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The tables {@code service_order} and {@code service_order_item}. */
@Repository
class ServiceOrderTable {
    private static final String ASKED = """
             from service_order where operator_id = :operator and (:anyExternal or external_id = :external)
                and (:anyState or state = :state) and (not :cancelled or cancelled_at is not null)
            """;

    private final JdbcClient jdbc;

    ServiceOrderTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which orders are asked for.
     *
     * @param externalId only those of it; null for all
     * @param state only those that were last seen so; null for all
     * @param cancelled only those that were cancelled as a whole
     */
    record Asked(@Nullable String externalId, @Nullable OrderState state, boolean cancelled) {}

    void add(ServiceOrder order) {
        jdbc.sql("""
                        insert into service_order (id, operator_id, external_id, description, ordered_at, state)
                        values (:id, :operator, :external, :description, :ordered, :state)
                        """)
                .param("id", order.id())
                .param("operator", order.operatorId().value())
                .param("external", order.externalId())
                .param("description", order.description())
                .param("ordered", SqlTime.of(order.orderedAt()))
                .param("state", order.lastSeen().name())
                .update();
        int place = 1;
        for (var item : order.items()) {
            jdbc.sql("""
                            insert into service_order_item (order_id, place, item_id, action, service, line, application_id)
                            values (:order, :place, :item, :action, :service, :line, :application)
                            """)
                    .param("order", order.id())
                    .param("place", place++)
                    .param("item", item.id())
                    .param("action", item.action().name())
                    .param("service", item.line().service().name())
                    .param("line", item.line().value())
                    .param("application", item.applicationId())
                    .update();
        }
    }

    Optional<ServiceOrder> find(OperatorId operator, UUID id) {
        return one(jdbc.sql("select * from service_order where operator_id = :operator and id = :id")
                .param("operator", operator.value())
                .param("id", id));
    }

    /** The same, and nobody else changes it until the caller's transaction ends. */
    Optional<ServiceOrder> lock(UUID id) {
        jdbc.sql("select 1 from service_order where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional();
        return one(jdbc.sql("select * from service_order where id = :id").param("id", id));
    }

    Optional<ServiceOrder> ofApplication(OperatorId operator, UUID application) {
        return one(jdbc.sql("""
                        select * from service_order where operator_id = :operator
                            and id in (select order_id from service_order_item where application_id = :application)
                        """).param("operator", operator.value()).param("application", application));
    }

    Optional<ServiceOrder> cancelled(OperatorId operator, UUID cancellation) {
        return one(jdbc.sql("select * from service_order where operator_id = :operator and cancellation_id = :id")
                .param("operator", operator.value())
                .param("id", cancellation));
    }

    /** The newest first. */
    List<ServiceOrder> page(OperatorId operator, Asked which, int offset, int limit) {
        return withItems(
                asked("select *" + ASKED + " order by ordered_at desc, id limit :limit offset :offset", operator, which)
                        .param("limit", limit)
                        .param("offset", offset));
    }

    /** Empty when there are more than can be skipped. */
    OptionalInt count(OperatorId operator, Asked which) {
        int counted = asked("select count(*) from (select 1" + ASKED + " limit :limit) found", operator, which)
                .param("limit", Listing.FARTHEST + 1)
                .query(Integer.class)
                .single();
        return counted > Listing.FARTHEST ? OptionalInt.empty() : OptionalInt.of(counted);
    }

    private StatementSpec asked(String sql, OperatorId operator, Asked which) {
        var state = which.state();
        var external = which.externalId();
        return jdbc.sql(sql)
                .param("operator", operator.value())
                .param("anyExternal", external == null)
                .param("external", external == null ? "" : external)
                .param("anyState", state == null)
                .param("state", state == null ? "" : state.name())
                .param("cancelled", which.cancelled());
    }

    void change(UUID order, @Nullable String externalId, @Nullable String description) {
        jdbc.sql("update service_order set external_id = :external, description = :description where id = :id")
                .param("external", externalId)
                .param("description", description)
                .param("id", order)
                .update();
    }

    void cancelItem(UUID order, String item, Instant at) {
        jdbc.sql("""
                        update service_order_item set cancelled_at = :at
                        where order_id = :order and item_id = :item and cancelled_at is null
                        """)
                .param("at", SqlTime.of(at))
                .param("order", order)
                .param("item", item)
                .update();
    }

    void cancel(UUID order, Cancellation cancellation) {
        jdbc.sql("""
                        update service_order set cancelled_at = :at, cancellation_id = :cancellation, cancellation_reason = :reason
                        where id = :id
                        """)
                .param("at", SqlTime.of(cancellation.at()))
                .param("cancellation", cancellation.id())
                .param("reason", cancellation.reason())
                .param("id", order)
                .update();
    }

    private Optional<ServiceOrder> one(StatementSpec found) {
        return withItems(found).stream().findFirst();
    }

    private List<ServiceOrder> withItems(StatementSpec found) {
        var orders = found.query((row, _) -> new OrderRow(row)).list();
        var items = items(orders.stream().map(OrderRow::id).toList());
        return orders.stream()
                .map(row -> row.order(items.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Item>> items(Collection<UUID> orders) {
        record Placed(UUID order, Item item) {}
        return jdbc
                .sql("select * from service_order_item where order_id = any (:orders) order by order_id, place")
                .param("orders", orders.toArray(UUID[]::new))
                .query((row, _) -> new Placed(row.getObject("order_id", UUID.class), item(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Placed::order, Collectors.mapping(Placed::item, Collectors.toList())));
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getString("item_id"),
                ServiceOrder.Action.valueOf(row.getString("action")),
                new LineIdentifier(Service.valueOf(row.getString("service")), row.getString("line")),
                row.getObject("application_id", UUID.class),
                SqlTime.instantOrNull(row, "cancelled_at"));
    }
}
