package io.namesake.application.internal;

import io.namesake.application.ReviewEvidence;
import io.namesake.application.ReviewEvidence.DocumentText;
import io.namesake.application.ReviewEvidence.Tested;
import io.namesake.application.ReviewPicture;
import io.namesake.application.ReviewSubject;
import io.namesake.decision.DocumentEvidence;
import io.namesake.decision.DocumentEvidence.Source;
import io.namesake.document.Identity;
import io.namesake.document.Strength;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what a reviewer may see of an application's evidence. */
@Component
class ReviewedEvidence {
    private final EvidenceStore evidence;
    private final DocumentIntake documents;
    private final JsonMapper json;

    ReviewedEvidence(EvidenceStore evidence, DocumentIntake documents, JsonMapper json) {
        this.evidence = evidence;
        this.documents = documents;
        this.json = json;
    }

    static EvidenceKind kind(ReviewPicture picture) {
        return switch (picture) {
            case DOCUMENT -> EvidenceKind.DOCUMENT_IMAGE;
            case SELFIE -> EvidenceKind.SELFIE_IMAGE;
            case DOCUMENT_FRONT -> EvidenceKind.DOCUMENT_FRONT;
            case DOCUMENT_BACK -> EvidenceKind.DOCUMENT_BACK;
        };
    }

    ReviewSubject subject(UUID application) {
        var received = evidence.received(application).keySet();
        boolean pictures = received.contains(EvidenceKind.DOCUMENT_IMAGE)
                && received.contains(EvidenceKind.SELFIE_IMAGE)
                && received.contains(EvidenceKind.DOCUMENT_FIELDS);
        var reading = documents.of(application);
        return new ReviewSubject(
                pictures,
                reading.map(DocumentReading::source).orElse(Source.TYPED),
                reading.flatMap(read -> read.identity().nativeName()).isPresent());
    }

    /** Empty when it is erased. */
    Optional<ReviewEvidence> of(UUID application) {
        return evidence.open(application, EvidenceKind.DOCUMENT_FIELDS)
                .map(content -> json.readValue(content, DocumentFields.class))
                .map(fields -> of(application, fields));
    }

    private ReviewEvidence of(UUID application, DocumentFields fields) {
        var reading = documents.of(application);
        var known = reading.map(read -> read.evidence(fields)).orElseGet(DocumentEvidence::typed);
        var challenge = evidence.open(application, EvidenceKind.SELFIE_CHALLENGE)
                .map(content -> json.readValue(content, ChallengeEvidence.class))
                .orElse(ChallengeEvidence.none());
        var received = evidence.received(application).keySet();
        return new ReviewEvidence(
                known.source(),
                reading.map(DocumentReading::strength).orElse(Strength.NONE),
                confirmed(fields),
                reading.map(read -> read(read.identity())).orElse(null),
                known.corrected(),
                known.checks().stream()
                        .map(check -> new Tested(check.kind().name(), check.result()))
                        .toList(),
                challenge.passed(),
                challenge.doubts(),
                Arrays.stream(ReviewPicture.values())
                        .filter(picture -> received.contains(kind(picture)))
                        .collect(Collectors.toSet()));
    }

    private static DocumentText confirmed(DocumentFields fields) {
        return new DocumentText(
                fields.familyName(),
                fields.givenNames(),
                null,
                fields.documentNumber(),
                fields.birthDate(),
                fields.expiryDate());
    }

    private static DocumentText read(Identity identity) {
        return new DocumentText(
                identity.surname(),
                identity.givenNames(),
                identity.nativeName().orElse(null),
                identity.documentNumber(),
                identity.birthDate().orElse(null),
                identity.lastDay().orElse(null));
    }
}
