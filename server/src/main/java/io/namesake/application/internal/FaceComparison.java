package io.namesake.application.internal;

import io.namesake.database.CurrentScope;
import io.namesake.decision.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Compares the faces of an application that is being decided: once, and not any more when its consent was withdrawn meanwhile. */
@Component
class FaceComparison {
    private final ApplicationTable applications;
    private final EvidenceStore evidence;
    private final InterimEvidence interim;
    private final Faces faces;
    private final ChallengePolicy policy;
    private final JsonMapper json;

    FaceComparison(
            ApplicationTable applications,
            EvidenceStore evidence,
            InterimEvidence interim,
            Faces faces,
            ChallengePolicy policy,
            JsonMapper json) {
        this.applications = applications;
        this.evidence = evidence;
        this.interim = interim;
        this.faces = faces;
        this.policy = policy;
        this.json = json;
    }

    /**
     * Those checks of the face that were made before an authority was silent, else new ones.
     *
     * @throws NotDecidedAnyMore when the decision ended while the comparison waited for its turn
     */
    List<Check> of(UUID id) throws InterruptedException {
        var kept = evidence.open(id, EvidenceKind.FACE_CHECKS);
        if (kept.isPresent()) {
            return List.of(json.readValue(kept.get(), Check[].class));
        }
        var scope = CurrentScope.get();
        var checks = new ArrayList<>(FaceChecks.of(faces.verify(
                evidence.required(id, EvidenceKind.DOCUMENT_IMAGE),
                evidence.required(id, EvidenceKind.SELFIE_IMAGE),
                () -> CurrentScope.run(scope, () -> requireSubmitted(id)))));
        checks.add(ChallengeCheck.of(policy, challenge(id)));
        return checks;
    }

    /** Keeps them until the authority answers. */
    void keep(UUID id, List<Check> checks) {
        interim.put(id, EvidenceKind.FACE_CHECKS, json.writeValueAsBytes(checks));
    }

    private void requireSubmitted(UUID id) {
        if (applications.find(id).orElseThrow().state() != State.SUBMITTED) {
            throw new NotDecidedAnyMore();
        }
    }

    private ChallengeEvidence challenge(UUID id) {
        // A selfie that a server of the last release kept has none.
        return evidence.open(id, EvidenceKind.SELFIE_CHALLENGE)
                .map(content -> json.readValue(content, ChallengeEvidence.class))
                .orElse(ChallengeEvidence.none());
    }
}
