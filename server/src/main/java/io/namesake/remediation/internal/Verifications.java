package io.namesake.remediation.internal;

import io.namesake.registry.LineRegistered;
import io.namesake.remediation.Remediations;
import io.namesake.remediation.SettledCause;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Verifying at any point ends a case: hears that a verified person stands for a line. */
@Component
class Verifications {
    private final Remediations remediations;

    Verifications(Remediations remediations) {
        this.remediations = remediations;
    }

    /** Only what was opened before: the event may be told again long after. */
    @ApplicationModuleListener
    void on(LineRegistered event) {
        remediations.settle(event.lineId(), SettledCause.VERIFIED, event.at());
    }
}
