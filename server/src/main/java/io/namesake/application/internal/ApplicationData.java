package io.namesake.application.internal;

import io.namesake.decision.Reason;
import io.namesake.privacy.EvidenceErased;
import io.namesake.privacy.KeptData;
import io.namesake.privacy.Person;
import io.namesake.privacy.PersonalData;
import io.namesake.privacy.RetentionSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** The applications of a person: the line, the times, the outcome and its reasons. */
@Repository
class ApplicationData implements PersonalData {
    private final ApplicationTable applications;
    private final EvidenceStore evidence;
    private final EvidenceErasure erasure;
    private final CaptureTraces traces;
    private final RetentionSettings retention;

    ApplicationData(
            ApplicationTable applications,
            EvidenceStore evidence,
            EvidenceErasure erasure,
            CaptureTraces traces,
            RetentionSettings retention) {
        this.applications = applications;
        this.evidence = evidence;
        this.erasure = erasure;
        this.traces = traces;
        this.retention = retention;
    }

    @Override
    public String section() {
        return "applications";
    }

    @Override
    public List<Entry> of(Person person) {
        return known(person).stream()
                .map(application -> new Entry(KeptData.CASES, application.createdAt(), facts(application)))
                .toList();
    }

    /** The case stays until its time is over, since the decision can be complained about; how it was walked to goes now. */
    @Override
    public Erasure erase(Person person, Instant now) {
        var erased = new ArrayList<Erased>();
        var kept = new ArrayList<Kept>();
        var all = known(person);
        if (all.isEmpty()) {
            return new Erasure(erased, kept);
        }
        int pieces = 0;
        for (var application : all) {
            var locked = applications.lock(application.id()).orElseThrow();
            int before = evidence.received(locked.id()).size();
            if (before > 0 && locked.state() != State.SUBMITTED) {
                applications.update(erasure.erase(locked, EvidenceErased.Cause.ASKED_FOR));
                pieces += before;
            }
        }
        count(erased, KeptData.EVIDENCE, pieces);
        count(erased, KeptData.CAPTURE_TRACES, traces.erase(person.applicationIds()));
        kept.add(new Kept(
                KeptData.CASES,
                all.size(),
                all.stream()
                        .map(application -> application.updatedAt().plus(retention.caseFile()))
                        .max(Comparator.naturalOrder())
                        .orElseThrow()));
        return new Erasure(erased, kept);
    }

    private List<LineApplication> known(Person person) {
        return person.applicationIds().stream()
                .flatMap(id -> applications.find(id).stream())
                .sorted(Comparator.comparing(LineApplication::createdAt))
                .toList();
    }

    private TreeMap<String, String> facts(LineApplication application) {
        var facts = new TreeMap<String, String>();
        facts.put("application", application.id().toString());
        facts.put("purpose", application.purpose().name());
        var line = application.line();
        if (line != null) {
            facts.put("service", line.service().name());
            facts.put("line", line.value());
        }
        facts.put("language", application.language().tag());
        facts.put("state", application.state().name());
        application.decidedIfAny().ifPresent(decided -> {
            facts.put("outcome", decided.decision().outcome().name());
            facts.put("decidedAt", decided.at().toString());
            if (!decided.decision().reasons().isEmpty()) {
                facts.put(
                        "reasons",
                        decided.decision().reasons().stream().map(Reason::name).collect(Collectors.joining(", ")));
            }
        });
        if (application.attendedCheckRequestedAt() != null) {
            facts.put(
                    "attendedCheckRequestedAt",
                    application.attendedCheckRequestedAt().toString());
        }
        if (application.evidenceErasedAt() != null) {
            facts.put("evidenceErasedAt", application.evidenceErasedAt().toString());
        }
        evidence.received(application.id()).forEach((kind, at) -> facts.put("keeps " + kind.name(), at.toString()));
        return facts;
    }

    private static void count(List<Erased> erased, KeptData kind, int count) {
        if (count > 0) {
            erased.add(new Erased(kind, count));
        }
    }
}
