package io.namesake.provisioning.webhook;

import io.namesake.application.ApplicationRefused;
import io.namesake.application.ApplicationVerified;
import io.namesake.application.ReviewRequested;
import io.namesake.decision.Reason;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.LineLimited;
import io.namesake.registry.LineStatus;
import io.namesake.registry.LineStatusChanged;
import io.namesake.registry.LineTransferred;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Hears what other modules decided. Each event was stored in the transaction that caused it, and is heard again after a crash;
 * its id makes hearing it twice harmless.
 */
@Component
class EventListeners {
    private final EventOutbox outbox;

    EventListeners(EventOutbox outbox) {
        this.outbox = outbox;
    }

    @ApplicationModuleListener
    void on(ApplicationVerified event) {
        var data = decision(event.applicationId(), "VERIFIED", List.of(), event.decidedAt());
        outbox.add(
                event.operatorId(),
                event.eventId(),
                EventType.APPLICATION_VERIFIED,
                event.applicationId(),
                event.decidedAt(),
                data);
    }

    @ApplicationModuleListener
    void on(ApplicationRefused event) {
        var data = decision(event.applicationId(), "REFUSED", event.reasons(), event.decidedAt());
        outbox.add(
                event.operatorId(),
                event.eventId(),
                EventType.APPLICATION_REFUSED,
                event.applicationId(),
                event.decidedAt(),
                data);
    }

    @ApplicationModuleListener
    void on(ReviewRequested event) {
        var data = decision(event.applicationId(), "REVIEW", event.reasons(), event.requestedAt());
        outbox.add(
                event.operatorId(),
                event.eventId(),
                EventType.APPLICATION_REVIEW_REQUESTED,
                event.applicationId(),
                event.requestedAt(),
                data);
    }

    /** What is limited and unlimited is told by {@link LineLimited}, and that a line is off or on again here, limited or not. */
    @ApplicationModuleListener
    void on(LineStatusChanged event) {
        if (event.to() == LineStatus.DEACTIVATED) {
            var data = line(event.line(), event.at());
            data.put("status", event.to().name());
            outbox.add(
                    event.operatorId(), event.eventId(), EventType.LINE_DEACTIVATED, event.lineId(), event.at(), data);
        } else if (isSwitchedOn(event)) {
            var data = line(event.line(), event.at());
            data.put("status", event.to().name());
            if (event.applicationId() != null) {
                data.put("applicationId", event.applicationId().toString());
            }
            outbox.add(event.operatorId(), event.eventId(), EventType.LINE_ACTIVATED, event.lineId(), event.at(), data);
        }
    }

    /** A verified person stands for it from now on, or it was off and is as it was before that. */
    private static boolean isSwitchedOn(LineStatusChanged event) {
        return switch (event.from()) {
            case PENDING, UNVERIFIED -> event.to() == LineStatus.ACTIVE || event.to() == LineStatus.LIMITED;
            case DEACTIVATED -> event.to().isInUse();
            case ACTIVE, LIMITED -> false;
        };
    }

    @ApplicationModuleListener
    void on(LineLimited event) {
        var data = line(event.line(), event.at());
        data.put("limits", event.limits().stream().map(Enum::name).sorted().toList());
        outbox.add(event.operatorId(), event.eventId(), EventType.LINE_LIMITED, event.lineId(), event.at(), data);
    }

    /** The network needs to know that the contract changes, and not who the two are. */
    @ApplicationModuleListener
    void on(LineTransferred event) {
        var data = line(event.line(), event.at());
        data.put("transferId", event.transferId().toString());
        outbox.add(event.operatorId(), event.eventId(), EventType.LINE_TRANSFERRED, event.lineId(), event.at(), data);
    }

    private static Map<String, Object> line(LineIdentifier line, Instant at) {
        var data = new LinkedHashMap<String, Object>();
        data.put("line", line.value());
        data.put("service", line.service().name());
        data.put("since", at.toString());
        return data;
    }

    private static Map<String, Object> decision(UUID application, String outcome, List<Reason> reasons, Instant at) {
        var data = new LinkedHashMap<String, Object>();
        data.put("applicationId", application.toString());
        data.put("outcome", outcome);
        data.put("reasons", reasons.stream().map(Reason::name).toList());
        data.put("decidedAt", at.toString());
        return data;
    }
}
