package io.namesake.mylines.internal;

import io.namesake.registry.LineRegistered;
import io.namesake.registry.LineStatus;
import io.namesake.registry.LineStatusChanged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears that a line which is or was disputed has come to somebody else, or is on again. */
@Component
class DisputedLines {
    private final Disputes disputes;

    DisputedLines(Disputes disputes) {
        this.disputes = disputes;
    }

    @ApplicationModuleListener
    void on(LineRegistered event) {
        if (!event.again()) {
            disputes.holderChanged(event.lineId());
        }
    }

    @ApplicationModuleListener
    void on(LineStatusChanged event) {
        if (event.from() == LineStatus.DEACTIVATED && event.to() == LineStatus.UNVERIFIED) {
            disputes.lineCameBack(event.lineId());
        }
    }
}
