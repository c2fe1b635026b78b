package io.namesake.mylines.internal;

import io.namesake.privacy.KeptData;
import io.namesake.privacy.Person;
import io.namesake.privacy.PersonalData;
import io.namesake.privacy.RetentionSettings;
import io.namesake.registry.Lines;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** A person's disputes. They are cases, and stay as long as cases do: who was wronged may need the proof. */
@Component
class DisputeData implements PersonalData {
    private final DisputeTable disputes;
    private final Lines lines;
    private final RetentionSettings retention;

    DisputeData(DisputeTable disputes, Lines lines, RetentionSettings retention) {
        this.disputes = disputes;
        this.lines = lines;
        this.retention = retention;
    }

    @Override
    public String section() {
        return "disputes";
    }

    @Override
    public List<Entry> of(Person person) {
        return disputes.of(person.holderId()).stream()
                .map(dispute -> new Entry(KeptData.CASES, dispute.openedAt(), facts(dispute)))
                .toList();
    }

    @Override
    public Erasure erase(Person person, Instant now) {
        var all = disputes.of(person.holderId());
        if (all.isEmpty()) {
            return new Erasure(List.of(), List.of());
        }
        var last = all.stream()
                .map(dispute -> dispute.decidedAt() == null ? dispute.dueAt() : dispute.decidedAt())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Erasure(List.of(), List.of(new Kept(KeptData.CASES, all.size(), last.plus(retention.caseFile()))));
    }

    private Map<String, String> facts(Dispute dispute) {
        var facts = new TreeMap<String, String>();
        lines.byId(dispute.lineId())
                .ifPresent(line -> facts.put("line", line.identifier().value()));
        facts.put("claim", dispute.claim().name());
        facts.put("state", dispute.state().name());
        if (dispute.decision() != null && dispute.decidedAt() != null) {
            facts.put("decision", dispute.decision().name());
            facts.put("decidedAt", dispute.decidedAt().toString());
        }
        return facts;
    }
}
