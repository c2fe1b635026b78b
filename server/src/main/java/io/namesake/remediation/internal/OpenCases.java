package io.namesake.remediation.internal;

import io.namesake.access.OperatorId;
import io.namesake.remediation.Doubt;
import io.namesake.remediation.OpenRemediation;
import io.namesake.remediation.Remediations;
import io.namesake.remediation.SettledCause;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cases, as other modules open, end and see them. */
@Service
class OpenCases implements Remediations {
    private final CaseTable table;
    private final CaseOpener opener;
    private final Cases cases;

    OpenCases(CaseTable table, CaseOpener opener, Cases cases) {
        this.table = table;
        this.opener = opener;
        this.cases = cases;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID open(OperatorId operator, UUID lineId, Doubt doubt, UUID causeId) {
        var wanted = new CaseOpener.Wanted(operator, lineId, doubt, causeId.toString(), null, null, null, null);
        return opener.open(wanted, Actor.SERVER).remediation().id();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int settle(UUID lineId, SettledCause cause, Instant before) {
        return settle(lineId, _ -> true, cause, before);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int settle(UUID lineId, Doubt doubt, SettledCause cause, Instant before) {
        return settle(lineId, found -> found.doubt() == doubt, cause, before);
    }

    private int settle(UUID lineId, Predicate<RemediationCase> which, SettledCause cause, Instant before) {
        var open = table.open(List.of(lineId)).stream()
                .filter(found -> found.openedAt().isBefore(before))
                .filter(which)
                .toList();
        // Every case before the line, which the first of them locks: an alarm has its case and waits for the line.
        open.forEach(found -> table.lock(found.id()));
        open.forEach(found -> cases.settle(found.id(), cause, cause.name(), Actor.SERVER));
        return open.size();
    }

    @Override
    public List<OpenRemediation> openCasesOf(Collection<UUID> lineIds) {
        return table.open(lineIds).stream()
                .map(found -> new OpenRemediation(
                        found.id(),
                        found.lineId(),
                        found.doubt(),
                        found.state().standing().phase(),
                        found.state().limits(found.terms()),
                        found.nextStepAt(),
                        found.openedAt()))
                .toList();
    }
}
