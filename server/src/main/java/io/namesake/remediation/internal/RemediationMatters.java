package io.namesake.remediation.internal;

import io.namesake.mylines.LineMatters;
import io.namesake.remediation.Remediations;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Cases about a line, for its holder's list. */
@Component
class RemediationMatters implements LineMatters {
    private final Remediations remediations;

    RemediationMatters(Remediations remediations) {
        this.remediations = remediations;
    }

    @Override
    public List<Matter> of(Set<UUID> lineIds) {
        return remediations.openCasesOf(lineIds).stream()
                .map(open -> new Matter(
                        open.lineId(),
                        "REMEDIATION",
                        open.id(),
                        open.phase().name(),
                        open.nextStepAt().orElse(null)))
                .toList();
    }
}
