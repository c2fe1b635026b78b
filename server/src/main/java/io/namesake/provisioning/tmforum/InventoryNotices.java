package io.namesake.provisioning.tmforum;

import io.namesake.access.OperatorId;
import io.namesake.provisioning.webhook.EndpointForm;
import io.namesake.provisioning.webhook.Listeners;
import io.namesake.registry.LineLimited;
import io.namesake.registry.LineStatus;
import io.namesake.registry.LineStatusChanged;
import io.namesake.registry.Lines;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** TMF638's and TMF637's notifications about lines, with the line as it stands when it is told. */
@Component
class InventoryNotices {
    private final Listeners listeners;
    private final Lines lines;
    private final InventoryJson json;

    InventoryNotices(Listeners listeners, Lines lines, InventoryJson json) {
        this.listeners = listeners;
        this.lines = lines;
        this.json = json;
    }

    @ApplicationModuleListener
    void on(LineStatusChanged event) {
        var about = new About(event.operatorId(), event.lineId(), event.eventId(), event.at());
        if (differs(event, InventoryStates::service)) {
            service(about, "ServiceStateChangeEvent");
        }
        if (differs(event, InventoryStates::operating)) {
            service(about, "ServiceOperatingStatusChangeEvent");
        }
        if (differs(event, InventoryStates::product)) {
            product(about, "ProductStateChangeEvent");
        }
    }

    /** The characteristic {@code limits} has another value. */
    @ApplicationModuleListener
    void on(LineLimited event) {
        var about = new About(event.operatorId(), event.lineId(), event.eventId(), event.at());
        service(about, "ServiceAttributeValueChangeEvent");
        product(about, "ProductAttributeValueChangeEvent");
    }

    private static boolean differs(LineStatusChanged event, Function<LineStatus, String> words) {
        return !words.apply(event.from()).equals(words.apply(event.to()));
    }

    private record About(OperatorId operator, UUID line, UUID event, Instant at) {}

    private void service(About about, String type) {
        tell(about, EndpointForm.TMF638, type);
    }

    private void product(About about, String type) {
        tell(about, EndpointForm.TMF637, type);
    }

    private void tell(About about, EndpointForm form, String type) {
        var notification = Notification.of(form, type, about.event().toString(), about.at());
        lines.byId(about.line())
                .ifPresent(line -> listeners.tell(
                        about.operator(),
                        form,
                        type,
                        notification.id(),
                        () -> form == EndpointForm.TMF638
                                ? notification.body("service", json.service(line))
                                : notification.body("product", json.product(line))));
    }
}
