package io.namesake.mylines.internal;

import io.namesake.mylines.LineMatters;
import io.namesake.registry.Holdings;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Disputes about a line, for its holder's list: of whoever holds it now, not of somebody before them. */
@Component
class DisputeMatters implements LineMatters {
    private final DisputeTable disputes;
    private final Holdings holdings;

    DisputeMatters(DisputeTable disputes, Holdings holdings) {
        this.disputes = disputes;
        this.holdings = holdings;
    }

    @Override
    public List<Matter> of(Set<UUID> lineIds) {
        return disputes.open(lineIds).stream()
                .filter(dispute -> holdings.goesOn(dispute.lineId(), dispute.holdingId()))
                .map(dispute -> new Matter(
                        dispute.lineId(),
                        "DISPUTE",
                        dispute.id(),
                        dispute.state().name(),
                        dispute.dueAt()))
                .toList();
    }
}
