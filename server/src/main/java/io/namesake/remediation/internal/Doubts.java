package io.namesake.remediation.internal;

import io.namesake.mylines.DisputeUpheld;
import io.namesake.mylines.LineEndedByHolder;
import io.namesake.registry.HolderDeceased;
import io.namesake.registry.LineStatus;
import io.namesake.registry.Lines;
import io.namesake.remediation.Doubt;
import io.namesake.remediation.Remediations;
import io.namesake.remediation.SettledCause;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears what makes a line doubtful elsewhere, and what ends the doubt because it ends the line. */
@Component
class Doubts {
    private final Remediations remediations;
    private final Lines lines;

    Doubts(Remediations remediations, Lines lines) {
        this.remediations = remediations;
        this.lines = lines;
    }

    /** Nobody stands for the line now; whoever uses it is asked to. One who verified before this was heard is not asked again. */
    @ApplicationModuleListener
    void on(DisputeUpheld event) {
        boolean nobodyYet = lines.byId(event.lineId())
                .filter(line -> line.status() == LineStatus.UNVERIFIED)
                .isPresent();
        if (nobodyYet) {
            remediations.open(event.operatorId(), event.lineId(), Doubt.DISPUTE_UPHELD, event.disputeId());
        }
    }

    @ApplicationModuleListener
    void on(HolderDeceased event) {
        remediations.open(event.operatorId(), event.lineId(), Doubt.HOLDER_DECEASED, event.eventId());
    }

    @ApplicationModuleListener
    void on(LineEndedByHolder event) {
        remediations.settle(event.lineId(), SettledCause.ENDED_BY_HOLDER, event.at());
    }
}
