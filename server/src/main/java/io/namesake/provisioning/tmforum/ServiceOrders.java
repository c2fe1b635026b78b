package io.namesake.provisioning.tmforum;

import io.namesake.access.OperatorId;
import io.namesake.application.Applications;
import io.namesake.application.CaptureLink;
import io.namesake.application.CreatedApplication;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.provisioning.tmforum.NewServiceOrder.OrderedService;
import io.namesake.provisioning.tmforum.ServiceOrder.Action;
import io.namesake.provisioning.tmforum.ServiceOrder.Item;
import io.namesake.registry.EquipmentKind;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.LineInvalid;
import io.namesake.registry.Lines;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders. */
@Service
class ServiceOrders {
    private final ServiceOrderTable table;
    private final Applications applications;
    private final Lines lines;
    private final OrderNotices notices;
    private final OrderWatch watch;
    private final AuditLog audit;
    private final Clock clock;

    ServiceOrders(
            ServiceOrderTable table,
            Applications applications,
            Lines lines,
            OrderNotices notices,
            OrderWatch watch,
            AuditLog audit,
            Clock clock) {
        this.table = table;
        this.applications = applications;
        this.lines = lines;
        this.notices = notices;
        this.watch = watch;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param links that the orderer gives to the persons, by the items' ids; they are shown only now */
    record Placed(ServiceOrder order, Map<String, CaptureLink> links) {}

    /**
     * Takes all of its items, or none.
     *
     * @throws Problem {@code request-invalid}, {@code line-invalid}, {@code line-taken}, {@code line-unknown}
     */
    @Transactional
    Placed place(OperatorId operator, NewServiceOrder wanted) {
        var externalId = wanted.boundedExternalId().orElse(null);
        var description = wanted.boundedDescription().orElse(null);
        var items = new ArrayList<Item>();
        var links = new HashMap<String, CaptureLink>();
        for (var item : wanted.items()) {
            var application = application(operator, item);
            links.put(item.boundedId(), application.captureLink());
            items.add(new Item(
                    item.boundedId(),
                    action(item.action()),
                    new LineIdentifier(
                            Objects.requireNonNull(application.service()), Objects.requireNonNull(application.line())),
                    application.id(),
                    null));
        }
        if (items.stream().map(Item::line).distinct().count() < items.size()) {
            throw NewServiceOrder.invalid("Two items are for the same line.");
        }
        var order = new ServiceOrder(
                UUID.randomUUID(),
                operator,
                externalId,
                description,
                items,
                clock.instant(),
                OrderState.ACKNOWLEDGED,
                null);
        table.add(order);
        log("service-order.placed", order);
        notices.created(order);
        watch.look(order.id());
        return new Placed(order, links);
    }

    private CreatedApplication application(OperatorId operator, NewServiceOrder.Item item) {
        var service = item.requiredService();
        return switch (action(item.action())) {
            case ADD -> applications.create(operator, line(service), service.language());
            case MODIFY -> sim(operator, service);
        };
    }

    private static Action action(@Nullable String word) {
        return switch (word) {
            case "add" -> Action.ADD;
            case "modify" -> Action.MODIFY;
            case "delete" ->
                throw NewServiceOrder.invalid(
                        "An order ends no line: its holder does, or a case that a person decides (POST /v1/remediations).");
            case null, default -> throw NewServiceOrder.invalid("The action is add or modify.");
        };
    }

    private static LineIdentifier line(OrderedService service) {
        var text =
                service.text("line").orElseThrow(() -> NewServiceOrder.invalid("The characteristic line is missing."));
        try {
            return LineIdentifier.parse(service.kind(), text);
        } catch (LineInvalid invalid) {
            throw new Problem(ProblemType.LINE_INVALID, invalid.getMessage());
        }
    }

    private CreatedApplication sim(OperatorId operator, OrderedService service) {
        var line = lines.byId(operator, service.lineId()).orElseThrow(() -> new Problem(ProblemType.LINE_UNKNOWN));
        var iccid = service.text("iccid");
        var eid = service.text("eid");
        if (iccid.isPresent() == eid.isPresent()) {
            throw NewServiceOrder.invalid("A line is modified by another SIM: give iccid or eid.");
        }
        return applications.createForSim(
                operator,
                line.identifier(),
                iccid.isPresent() ? EquipmentKind.ICCID : EquipmentKind.EID,
                iccid.or(() -> eid).orElseThrow(),
                service.language());
    }

    /** @throws Problem {@code service-order-unknown} */
    ServiceOrder get(OperatorId operator, UUID id) {
        return table.find(operator, id).orElseThrow(() -> new Problem(ProblemType.SERVICE_ORDER_UNKNOWN));
    }

    private void log(String type, ServiceOrder order) {
        audit.append(new AuditEntry(
                order.operatorId(),
                type,
                order.id().toString(),
                Map.of(
                        "applications",
                        joined(order.items(), item -> item.applicationId().toString()),
                        "actions",
                        joined(order.items(), item -> item.action().name()))));
    }

    private static String joined(List<Item> items, Function<Item, String> what) {
        return items.stream().map(what).collect(Collectors.joining(","));
    }
}
