package io.namesake.provisioning.tmforum;

import io.namesake.application.ApplicationVerified;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.problem.Problem;
import io.namesake.provisioning.activation.Activations;
import io.namesake.provisioning.tmforum.ServiceOrder.Action;
import io.namesake.registry.SimChanges;
import java.util.Map;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Puts an ordered SIM in place once the line's holder was verified for it, where the operator has an activation server, which is told
 * of it then. Where there is none, the operator's own systems make it and report it, and the order waits for that.
 */
@Component
class OrderedSims {
    private final ServiceOrderTable orders;
    private final SimChanges sims;
    private final Activations activations;
    private final AuditLog audit;

    OrderedSims(ServiceOrderTable orders, SimChanges sims, Activations activations, AuditLog audit) {
        this.orders = orders;
        this.sims = sims;
        this.activations = activations;
        this.audit = audit;
    }

    @ApplicationModuleListener
    void on(ApplicationVerified event) {
        if (activations.areToldTo(event.operatorId())) {
            orders.ofApplication(event.operatorId(), event.applicationId())
                    .filter(order -> order.items().stream()
                            .anyMatch(item -> item.action() == Action.MODIFY
                                    && item.applicationId().equals(event.applicationId())))
                    .ifPresent(order -> make(order, event.applicationId()));
        }
    }

    /** What a rule stands against, such as a case that limits the line, the operator can still make when that is over. */
    private void make(ServiceOrder order, UUID application) {
        try {
            sims.make(application);
        } catch (Problem standsAgainst) {
            audit.append(new AuditEntry(
                    order.operatorId(),
                    "service-order.sim-held",
                    order.id().toString(),
                    Map.of("why", standsAgainst.type().slug())));
        }
    }
}
