package io.namesake.provisioning.tmforum;

import io.namesake.access.OperatorId;
import io.namesake.application.ApplicationRefused;
import io.namesake.application.ApplicationVerified;
import io.namesake.application.ReviewRequested;
import io.namesake.provisioning.activation.ActivationTried;
import io.namesake.registry.Lines;
import io.namesake.registry.SimDescribed;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices that an order stands elsewhere than before, and tells the listeners. It looks whenever something happened that orders depend
 * on, and now and then at all that are open, since time passes without telling anybody.
 */
@Component
class OrderWatch {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_OF_A_LINE = 20;

    private final ServiceOrderTable orders;
    private final OrderLooks looks;
    private final OrderStandings standings;
    private final OrderNotices notices;
    private final Lines lines;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OrderWatch(
            ServiceOrderTable orders,
            OrderLooks looks,
            OrderStandings standings,
            OrderNotices notices,
            Lines lines,
            TransactionTemplate transaction,
            Clock clock) {
        this.orders = orders;
        this.looks = looks;
        this.standings = standings;
        this.notices = notices;
        this.lines = lines;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks at one order. The order is locked first, so that of two who look, the later one sees more. */
    @Transactional
    public void look(UUID id) {
        orders.lock(id).ifPresent(order -> {
            var standing = standings.of(order);
            looks.noted(id, standing.state(), clock.instant())
                    .ifPresent(number -> notices.stateChanged(order, standing, number));
        });
    }

    @ApplicationModuleListener
    void on(ApplicationVerified event) {
        lookAtApplication(event.operatorId(), event.applicationId());
    }

    @ApplicationModuleListener
    void on(ApplicationRefused event) {
        lookAtApplication(event.operatorId(), event.applicationId());
    }

    /** An order that had failed is held again. */
    @ApplicationModuleListener
    void on(ReviewRequested event) {
        lookAtApplication(event.operatorId(), event.applicationId());
    }

    @ApplicationModuleListener
    void on(SimDescribed event) {
        lookAtLine(event.operatorId(), event.lineId());
    }

    /** Where this is lost in a crash, the next round sees it. */
    @EventListener
    void on(ActivationTried event) {
        transaction.executeWithoutResult(_ -> lookAtLine(event.operatorId(), event.lineId()));
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT30S")
    void lookAround() {
        looks.open(clock.instant().minus(PATIENCE), MOST_AT_ONCE)
                .forEach(order -> transaction.executeWithoutResult(_ -> look(order)));
    }

    private void lookAtApplication(OperatorId operator, UUID application) {
        orders.ofApplication(operator, application).map(ServiceOrder::id).ifPresent(this::look);
    }

    private void lookAtLine(OperatorId operator, UUID line) {
        lines.byId(line)
                .map(found -> looks.ofLine(operator, found.identifier().value(), MOST_OF_A_LINE))
                .ifPresent(found -> found.forEach(this::look));
    }
}
