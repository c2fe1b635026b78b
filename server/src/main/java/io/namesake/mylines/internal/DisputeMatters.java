package io.namesake.mylines.internal;

import io.namesake.mylines.LineMatters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Disputes about a line, for its holder's list. */
@Component
class DisputeMatters implements LineMatters {
    private final DisputeTable disputes;

    DisputeMatters(DisputeTable disputes) {
        this.disputes = disputes;
    }

    @Override
    public List<Matter> of(Set<UUID> lineIds) {
        return disputes.open(lineIds).stream()
                .map(dispute -> new Matter(
                        dispute.lineId(),
                        "DISPUTE",
                        dispute.id(),
                        dispute.state().name(),
                        dispute.dueAt()))
                .toList();
    }
}
