package io.namesake.mylines.internal;

import io.namesake.registry.LineRegistered;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears that a line which may be disputed has come to somebody else. */
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
}
