package io.namesake.remediation.internal;

import io.namesake.access.OperatorId;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Lines;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds cases for whoever may see them, and shows them. */
@Component
class RemediationViews {
    private final CaseTable cases;
    private final CaseHistory history;
    private final NoticeTable notices;
    private final Lines lines;

    RemediationViews(CaseTable cases, CaseHistory history, NoticeTable notices, Lines lines) {
        this.cases = cases;
        this.history = history;
        this.notices = notices;
        this.lines = lines;
    }

    /** @throws Problem {@code case-unknown} when the operator has no such case */
    RemediationCase find(OperatorId operator, UUID id) {
        return cases.find(id)
                .filter(found -> found.operatorId().equals(operator))
                .orElseThrow(() -> new Problem(ProblemType.CASE_UNKNOWN));
    }

    RemediationJson brief(RemediationCase found) {
        return view(found, List.of(), List.of());
    }

    RemediationJson whole(RemediationCase found) {
        return view(
                found,
                notices.of(found.id()).stream()
                        .map(RemediationJson.NoticeJson::of)
                        .toList(),
                history.of(found.id()).stream()
                        .map(RemediationJson.StepJson::of)
                        .toList());
    }

    private RemediationJson view(
            RemediationCase found, List<RemediationJson.NoticeJson> told, List<RemediationJson.StepJson> history) {
        var columns = StandingColumns.of(found.state().standing());
        return new RemediationJson(
                found.id(),
                found.lineId(),
                lines.byId(found.lineId()).orElseThrow().identifier().value(),
                found.doubt(),
                found.causeReference(),
                found.campaignId(),
                columns.phase(),
                columns.stage(),
                found.state().limits(found.terms()).stream().sorted().toList(),
                found.nextStepAt().orElse(null),
                found.state().extensions(),
                found.state().appeals(),
                columns.settled(),
                found.openedAt(),
                found.changedAt(),
                told,
                history);
    }
}
