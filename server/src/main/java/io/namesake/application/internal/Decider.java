package io.namesake.application.internal;

import io.namesake.application.Purpose;
import io.namesake.decision.Check;
import io.namesake.decision.CheckKind;
import io.namesake.decision.Decision;
import io.namesake.decision.DocumentEvidence;
import io.namesake.decision.DocumentRules;
import io.namesake.decision.EvidencePolicy;
import io.namesake.decision.EvidenceRules;
import io.namesake.decision.Outcome;
import io.namesake.decision.Policy;
import io.namesake.decision.Reason;
import io.namesake.registry.LineLimitReached;
import io.namesake.registry.LineTaken;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides what was submitted.
 *
 * <p>It listens through the event publication registry: an application whose decision was cut short by a crash is decided after
 * the restart. The comparison takes its time outside of any transaction; only the result is written in one.
 */
@Component
class Decider {
    private static final Logger log = LoggerFactory.getLogger(Decider.class);
    private static final Duration LONGEST_ATTEMPTS = Duration.ofMinutes(10);

    private final ApplicationTable applications;
    private final EvidenceStore evidence;
    private final FaceComparison faces;
    private final DecisionRecorder recorder;
    private final DocumentIntake documents;
    private final EvidencePolicy evidencePolicy;
    private final RevocationCheck revocation;
    private final AuthorityCheck authority;
    private final JsonMapper json;
    private final Clock clock;

    Decider(
            ApplicationTable applications,
            EvidenceStore evidence,
            FaceComparison faces,
            DecisionRecorder recorder,
            DocumentIntake documents,
            EvidencePolicy evidencePolicy,
            RevocationCheck revocation,
            AuthorityCheck authority,
            JsonMapper json,
            Clock clock) {
        this.applications = applications;
        this.evidence = evidence;
        this.faces = faces;
        this.recorder = recorder;
        this.documents = documents;
        this.evidencePolicy = evidencePolicy;
        this.revocation = revocation;
        this.authority = authority;
        this.json = json;
        this.clock = clock;
    }

    @Async
    @TransactionalEventListener(id = "application.decide")
    void decide(Submitted submitted) throws InterruptedException {
        var id = submitted.applicationId();
        var application = applications.find(id).orElseThrow();
        if (application.state() != State.SUBMITTED) {
            return;
        }
        try {
            decide(application);
        } catch (RuntimeException failure) {
            // Whoever withdrew their consent meanwhile took the evidence away with it, and there is nothing to decide.
            if (applications.find(id).orElseThrow().state() == State.SUBMITTED) {
                throw failure;
            }
        }
    }

    private void decide(LineApplication application) throws InterruptedException {
        var id = application.id();
        var fields = json.readValue(evidence.required(id, EvidenceKind.DOCUMENT_FIELDS), DocumentFields.class);
        var read = revocation.of(application);
        var shown = read.map(reading -> reading.evidence(fields)).orElseGet(DocumentEvidence::typed);
        var holder = fields.holder(read.map(DocumentReading::identity));
        var decision = decision(application, fields, shown);
        try {
            recorder.record(id, decision, holder, shown);
        } catch (LineTaken taken) {
            var reason =
                    application.purpose() == Purpose.SIM_CHANGE ? Reason.NOT_THE_HOLDER : Reason.LINE_ALREADY_ACTIVE;
            recorder.record(id, Decision.review(reason), holder, shown);
        } catch (LineLimitReached full) {
            recorder.record(id, Decision.review(Reason.LINE_LIMIT_REACHED), holder, shown);
        }
    }

    private Decision decision(LineApplication application, DocumentFields fields, DocumentEvidence shown)
            throws InterruptedException {
        try {
            return Policy.decide(checks(application, fields, shown));
        } catch (AuthoritySilent | NotDecidedAnyMore known) {
            // A silent one is asked again by the event publication registry, also after a restart.
            throw known;
        } catch (RuntimeException failure) {
            if (Duration.between(application.updatedAt(), clock.instant()).compareTo(LONGEST_ATTEMPTS) < 0) {
                throw failure;
            }
            // Whatever goes wrong on our side, nobody waits for ever: a person decides.
            log.error("Application {} could not be checked by machine: {}", application.id(), failure.getClass());
            return Decision.review(Reason.FACE_UNUSABLE);
        }
    }

    private List<Check> checks(LineApplication application, DocumentFields fields, DocumentEvidence shown)
            throws InterruptedException {
        var id = application.id();
        var dates = DocumentRules.check(
                fields.birthDate(), fields.expiryDate(), EvidenceRules.isReadAsExpired(shown), clock.instant());
        var service = evidencePolicy.of(application.serviceOfPolicy());
        var checks = new ArrayList<>(dates);
        checks.addAll(EvidenceRules.check(service, shown, false));
        // A document that cannot verify anybody is no reason to look at anybody's face.
        if (isRefused(checks)) {
            checks.addAll(FaceChecks.unneeded());
            checks.add(Check.unneeded(CheckKind.AUTHORITY));
            return checks;
        }
        var compared = faces.of(id);
        // Nor is somebody else's face a reason to tell an authority about the document.
        if (isRefused(compared)) {
            checks.addAll(compared);
            checks.add(Check.unneeded(CheckKind.AUTHORITY));
            return checks;
        }
        var said = authorityCheck(application, fields, compared);
        checks = new ArrayList<>(dates);
        checks.addAll(EvidenceRules.check(service, shown, said.status() == Check.Status.PASSED));
        checks.addAll(compared);
        checks.add(said);
        return checks;
    }

    private static boolean isRefused(List<Check> checks) {
        return checks.stream()
                .flatMap(check -> check.reason().stream())
                .anyMatch(reason -> reason.outcome() == Outcome.REFUSED);
    }

    private Check authorityCheck(LineApplication application, DocumentFields fields, List<Check> checks)
            throws InterruptedException {
        try {
            return authority.of(
                    application, fields, documents.of(application.id()).map(DocumentReading::identity));
        } catch (AuthoritySilent silent) {
            faces.keep(application.id(), checks);
            throw silent;
        }
    }
}
