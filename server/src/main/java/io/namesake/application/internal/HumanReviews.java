package io.namesake.application.internal;

import io.namesake.access.OperatorId;
import io.namesake.application.Attestation;
import io.namesake.application.PersonsDecision;
import io.namesake.application.ReviewEvidence;
import io.namesake.application.ReviewPicture;
import io.namesake.application.ReviewRequested;
import io.namesake.application.ReviewSubject;
import io.namesake.application.ReviewedApplications;
import io.namesake.decision.Check;
import io.namesake.decision.DocumentRules;
import io.namesake.decision.Outcome;
import io.namesake.decision.Reason;
import io.namesake.document.Identity;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.LineLimitReached;
import io.namesake.registry.LineTaken;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Where the review module looks at an application and decides it. */
@Service
class HumanReviews implements ReviewedApplications {
    private static final String ATTENDED = "ATTENDED";

    private final ApplicationTable applications;
    private final WaitingApplications waiting;
    private final EvidenceStore evidence;
    private final ReviewedEvidence reviewed;
    private final DecisionRecorder recorder;
    private final PersonsDecisionTable decisions;
    private final JsonMapper json;
    private final Clock clock;

    HumanReviews(
            ApplicationTable applications,
            WaitingApplications waiting,
            EvidenceStore evidence,
            ReviewedEvidence reviewed,
            DecisionRecorder recorder,
            PersonsDecisionTable decisions,
            JsonMapper json,
            Clock clock) {
        this.applications = applications;
        this.waiting = waiting;
        this.evidence = evidence;
        this.reviewed = reviewed;
        this.recorder = recorder;
        this.decisions = decisions;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Optional<ReviewSubject> subject(OperatorId operator, UUID application) {
        return inReview(applications.find(application), operator).map(found -> reviewed.subject(found.id()));
    }

    @Override
    public List<ReviewRequested> inReview(UUID after, int limit) {
        return waiting.after(after, limit);
    }

    @Override
    public Optional<ReviewEvidence> evidence(OperatorId operator, UUID application) {
        return inReview(applications.find(application), operator).flatMap(found -> reviewed.of(found.id()));
    }

    @Override
    public Optional<byte[]> picture(OperatorId operator, UUID application, ReviewPicture which) {
        return inReview(applications.find(application), operator)
                .flatMap(found -> evidence.open(found.id(), ReviewedEvidence.kind(which)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Result decide(OperatorId operator, UUID id, PersonsDecision decision) {
        var found = inReview(applications.lock(id), operator);
        if (found.isEmpty()) {
            return Result.NOT_IN_REVIEW;
        }
        var application = found.get();
        var fields = decision.attended()
                ? decision.attestation().map(this::typed)
                : evidence.open(id, EvidenceKind.DOCUMENT_FIELDS)
                        .map(content -> json.readValue(content, DocumentFields.class));
        boolean needsFields = !decision.attended() || decision.decision().outcome() == Outcome.VERIFIED;
        if (needsFields && fields.isEmpty()) {
            return Result.EVIDENCE_GONE;
        }
        var source =
                decision.attended() ? ATTENDED : reviewed.subject(id).source().name();
        decisions.add(application, decision, source, clock.instant());
        try {
            var holder = fields.map(known -> known.holder(decision.attended() ? Optional.empty() : read(id)));
            recorder.recordHuman(application, decision.decision(), holder.orElse(null), logged(decision, source));
        } catch (LineTaken taken) {
            throw new Problem(ProblemType.LINE_TAKEN);
        } catch (LineLimitReached full) {
            throw new Problem(ProblemType.LINE_LIMIT_REACHED);
        }
        return Result.DECIDED;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteLineLimit(OperatorId operator, UUID id) {
        inReview(applications.lock(id), operator)
                .map(found -> found.withReason(Reason.LINE_LIMIT_REACHED, clock.instant()))
                .ifPresent(applications::update);
    }

    private Optional<Identity> read(UUID id) {
        return evidence.open(id, EvidenceKind.DOCUMENT_READING)
                .map(content -> json.readValue(content, DocumentReading.class).identity());
    }

    /** What an agent typed is held against the same rules as what an applicant types. */
    private DocumentFields typed(Attestation attested) {
        var fields = new DocumentFields(
                attested.familyName(),
                attested.givenNames(),
                attested.documentNumber(),
                attested.birthDate(),
                attested.expiryDate());
        boolean possible = DocumentRules.check(fields.birthDate(), fields.expiryDate(), false, clock.instant()).stream()
                .allMatch(check -> check.status() == Check.Status.PASSED);
        if (!possible) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID,
                    "The dates contradict each other, or the document has expired: such a document verifies nobody.");
        }
        return fields;
    }

    /** Ids and codes only: nothing that is personal. */
    private static TreeMap<String, String> logged(PersonsDecision decision, String source) {
        var details = new TreeMap<String, String>();
        details.put("by", decision.attended() ? "AGENT" : "REVIEWER");
        details.put("case", decision.caseId().toString());
        details.put("staff", decision.staff().stream().map(UUID::toString).collect(Collectors.joining(",")));
        details.put("evidence", source);
        decision.attestation().ifPresent(attested -> {
            details.put("document", attested.document().name());
            details.put("strength", PersonsDecisionTable.ATTENDED.name());
            details.put("examined", PersonsDecisionTable.joined(attested.examined()));
        });
        return details;
    }

    private static Optional<LineApplication> inReview(Optional<LineApplication> application, OperatorId operator) {
        return application
                .filter(found -> found.operatorId().equals(operator))
                .filter(found -> found.state() == State.REVIEW);
    }
}
