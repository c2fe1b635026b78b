package io.namesake.provisioning.tmforum;

import io.namesake.access.OperatorId;
import io.namesake.application.Applications;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.provisioning.tmforum.ServiceOrder.Cancellation;
import io.namesake.provisioning.tmforum.ServiceOrder.Item;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes orders, and cancels them or some of their items while nothing was submitted. */
@Service
class OrderChanges {
    private final ServiceOrderTable table;
    private final OrderStandings standings;
    private final Applications applications;
    private final OrderNotices notices;
    private final OrderWatch watch;
    private final AuditLog audit;
    private final Clock clock;

    OrderChanges(
            ServiceOrderTable table,
            OrderStandings standings,
            Applications applications,
            OrderNotices notices,
            OrderWatch watch,
            AuditLog audit,
            Clock clock) {
        this.table = table;
        this.standings = standings;
        this.applications = applications;
        this.notices = notices;
        this.watch = watch;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem {@code service-order-unknown}, {@code service-order-closed}, {@code request-invalid} */
    @Transactional
    ServiceOrder change(OperatorId operator, UUID id, OrderChange change) {
        var order = locked(operator, id);
        var externalId = change.text("externalId", order.externalId());
        var description = change.text("description", order.description());
        boolean another =
                !Objects.equals(externalId, order.externalId()) || !Objects.equals(description, order.description());
        if (another) {
            table.change(id, externalId, description);
            log("service-order.changed", order, Map.of());
        }
        if (change.cancel()) {
            cancel(order, null);
        } else if (!change.cancelledItems().isEmpty()) {
            var items = items(order, change);
            cancelItems(order, items);
            items.forEach(item -> log("service-order.item-cancelled", order, Map.of("item", item.id())));
            watch.look(id);
        }
        var changed = locked(operator, id);
        if (another) {
            notices.changed(changed, standings.of(changed));
        }
        return changed;
    }

    private static List<Item> items(ServiceOrder order, OrderChange change) {
        var items = order.items().stream()
                .filter(item -> change.cancelledItems().contains(item.id()))
                .toList();
        if (items.size() < change.cancelledItems().size()) {
            throw NewServiceOrder.invalid("The order has no item of this id.");
        }
        return items;
    }

    /** @throws Problem {@code service-order-unknown}, {@code service-order-closed} once a person has submitted for one of its items */
    @Transactional
    ServiceOrder cancel(OperatorId operator, UUID id, @Nullable String reason) {
        cancel(locked(operator, id), reason);
        return locked(operator, id);
    }

    private void cancel(ServiceOrder order, @Nullable String reason) {
        var open = order.items().stream()
                .filter(item -> !isOver(standings.of(order, item).state()))
                .toList();
        if (open.isEmpty() || order.cancellation() != null) {
            throw new Problem(ProblemType.SERVICE_ORDER_CLOSED);
        }
        cancelItems(order, open);
        table.cancel(order.id(), new Cancellation(UUID.randomUUID(), clock.instant(), reason));
        log("service-order.cancelled", order, Map.of());
        table.find(order.operatorId(), order.id()).ifPresent(notices::cancelled);
        watch.look(order.id());
    }

    /** What is completed cannot be undone, and so stands against cancelling the whole. */
    private static boolean isOver(OrderState state) {
        return state == OrderState.CANCELLED || state == OrderState.FAILED;
    }

    /** All of them, or none. */
    private void cancelItems(ServiceOrder order, List<Item> items) {
        for (var item : items) {
            if (item.cancelledAt() != null || !applications.withdraw(order.operatorId(), item.applicationId())) {
                throw new Problem(ProblemType.SERVICE_ORDER_CLOSED);
            }
            table.cancelItem(order.id(), item.id(), clock.instant());
        }
    }

    /** @throws Problem {@code service-order-unknown} */
    ServiceOrder cancelled(OperatorId operator, UUID cancellation) {
        return table.cancelled(operator, cancellation)
                .orElseThrow(() -> new Problem(ProblemType.SERVICE_ORDER_UNKNOWN));
    }

    private ServiceOrder locked(OperatorId operator, UUID id) {
        return table.lock(id)
                .filter(order -> order.operatorId().equals(operator))
                .orElseThrow(() -> new Problem(ProblemType.SERVICE_ORDER_UNKNOWN));
    }

    private void log(String type, ServiceOrder order, Map<String, String> details) {
        audit.append(new AuditEntry(order.operatorId(), type, order.id().toString(), details));
    }
}
