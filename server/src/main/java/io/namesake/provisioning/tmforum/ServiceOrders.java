package io.namesake.provisioning.tmforum;

import io.namesake.access.OperatorId;
import io.namesake.application.Applications;
import io.namesake.application.CreatedApplication;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.provisioning.tmforum.NewServiceOrder.OrderedService;
import io.namesake.provisioning.tmforum.ServiceOrder.Action;
import io.namesake.provisioning.tmforum.ServiceOrder.Cancellation;
import io.namesake.registry.EquipmentKind;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.LineInvalid;
import io.namesake.registry.Lines;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders, and cancels them while nothing was submitted. */
@Service
class ServiceOrders {
    private final ServiceOrderTable table;
    private final Applications applications;
    private final Lines lines;
    private final AuditLog audit;
    private final Clock clock;

    ServiceOrders(ServiceOrderTable table, Applications applications, Lines lines, AuditLog audit, Clock clock) {
        this.table = table;
        this.applications = applications;
        this.lines = lines;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param application with the link that the orderer gives to the person, which is shown only now */
    record Placed(ServiceOrder order, CreatedApplication application) {}

    /** @throws Problem {@code request-invalid}, {@code line-invalid}, {@code line-taken}, {@code line-unknown} */
    @Transactional
    Placed place(OperatorId operator, NewServiceOrder wanted) {
        var item = wanted.item();
        var itemId = item.boundedId();
        var externalId = wanted.boundedExternalId().orElse(null);
        var service = item.requiredService();
        var action = action(item.action());
        var application = switch (action) {
            case ADD -> applications.create(operator, line(service), service.language());
            case MODIFY -> sim(operator, service);
        };
        var order = new ServiceOrder(
                UUID.randomUUID(),
                operator,
                application.id(),
                externalId,
                itemId,
                action,
                new LineIdentifier(
                        Objects.requireNonNull(application.service()), Objects.requireNonNull(application.line())),
                clock.instant(),
                null);
        table.add(order);
        log("service-order.placed", order);
        return new Placed(order, application);
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

    /** @throws Problem {@code service-order-unknown}, {@code service-order-closed} once the person has submitted */
    @Transactional
    ServiceOrder cancel(OperatorId operator, UUID id, @Nullable String reason) {
        var order = get(operator, id);
        var cancellation = new Cancellation(UUID.randomUUID(), clock.instant(), reason);
        if (!applications.withdraw(operator, order.applicationId()) || !table.cancel(id, cancellation)) {
            throw new Problem(ProblemType.SERVICE_ORDER_CLOSED);
        }
        log("service-order.cancelled", order);
        return get(operator, id);
    }

    /** @throws Problem {@code service-order-unknown} */
    ServiceOrder cancelled(OperatorId operator, UUID cancellation) {
        return table.cancelled(operator, cancellation)
                .orElseThrow(() -> new Problem(ProblemType.SERVICE_ORDER_UNKNOWN));
    }

    private void log(String type, ServiceOrder order) {
        audit.append(new AuditEntry(
                order.operatorId(),
                type,
                order.id().toString(),
                Map.of(
                        "application",
                        order.applicationId().toString(),
                        "action",
                        order.action().name())));
    }
}
