package io.namesake.application.internal;

import io.namesake.application.Purpose;
import io.namesake.application.internal.ApplicationJson.Given;
import io.namesake.application.internal.ApplicationJson.Made;
import io.namesake.application.internal.ApplicationJson.Movements;
import io.namesake.application.internal.ApplicationJson.Received;
import io.namesake.application.internal.ApplicationJson.Requested;
import io.namesake.application.internal.ApplicationJson.Shown;
import io.namesake.decision.DocumentEvidence.Source;
import io.namesake.decision.ReasonText;
import io.namesake.document.Strength;
import io.namesake.face.FaceReport;
import io.namesake.privacy.Consents;
import io.namesake.registry.SimChanges;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what the API shows of an application. */
@Component
class ApplicationViews {
    private final Road road;
    private final EvidenceStore evidence;
    private final Consents consents;
    private final Attempts attempts;
    private final ChallengePolicy policy;
    private final SimChanges simChanges;
    private final JsonMapper json;

    ApplicationViews(
            Road road,
            EvidenceStore evidence,
            Consents consents,
            Attempts attempts,
            ChallengePolicy policy,
            SimChanges simChanges,
            JsonMapper json) {
        this.road = road;
        this.evidence = evidence;
        this.consents = consents;
        this.attempts = attempts;
        this.policy = policy;
        this.simChanges = simChanges;
        this.json = json;
    }

    ApplicationJson view(LineApplication application) {
        var received = evidence.received(application.id());
        var line = application.line();
        return new ApplicationJson(
                application.id(),
                application.purpose(),
                line == null ? null : line.service(),
                line == null ? null : line.value(),
                sim(application),
                application.language(),
                application.state(),
                application.createdAt(),
                application.updatedAt(),
                consents.of(application.id())
                        .map(consent -> new Given(consent.textVersion(), consent.givenAt(), consent.withdrawnAt()))
                        .orElse(null),
                document(application, received),
                picture(application, received, EvidenceKind.SELFIE_QUALITY),
                challenge(application),
                application.attendedCheckRequestedAt() == null
                        ? null
                        : new Requested(application.attendedCheckRequestedAt()),
                road.mayAskForPerson(application),
                decision(application));
    }

    private ApplicationJson.@Nullable Sim sim(LineApplication application) {
        return application.purpose() != Purpose.SIM_CHANGE
                ? null
                : simChanges
                        .of(application.id())
                        .map(asked -> new ApplicationJson.Sim(asked.kind(), asked.ending()))
                        .orElse(null);
    }

    private @Nullable Shown document(LineApplication application, Map<EvidenceKind, Instant> received) {
        var picture = picture(application, received, EvidenceKind.DOCUMENT_QUALITY);
        if (picture == null) {
            return null;
        }
        var reading = evidence.open(application.id(), EvidenceKind.DOCUMENT_READING)
                .map(content -> json.readValue(content, DocumentReading.class));
        return new Shown(
                picture.receivedAt(),
                picture.face(),
                reading.map(DocumentReading::source).orElse(Source.TYPED),
                reading.map(DocumentReading::strength).orElse(Strength.NONE),
                received.containsKey(EvidenceKind.DOCUMENT_FIELDS));
    }

    private @Nullable Received picture(
            LineApplication application, Map<EvidenceKind, Instant> received, EvidenceKind quality) {
        var at = received.get(quality);
        if (at == null) {
            return null;
        }
        // Between the two questions a decision may have erased it.
        return evidence.open(application.id(), quality)
                .map(content -> json.readValue(content, FaceReport.class))
                .map(face -> new Received(at, FaceJson.of(face, application.language())))
                .orElse(null);
    }

    private Movements challenge(LineApplication application) {
        boolean answered = evidence.open(application.id(), EvidenceKind.SELFIE_CHALLENGE)
                .map(content -> json.readValue(content, ChallengeEvidence.class))
                .filter(found -> !found.movements().isEmpty())
                .isPresent();
        return new Movements(
                policy, answered, attempts.pausedUntil(application.id()).orElse(null));
    }

    private static @Nullable Made decision(LineApplication application) {
        var decided = application.decision();
        if (decided == null) {
            return null;
        }
        var reasons = decided.decision().reasons().stream()
                .map(reason -> ReasonText.of(reason, application.language()))
                .toList();
        return new Made(decided.decision().outcome(), reasons, decided.at(), application.evidenceErasedAt());
    }
}
