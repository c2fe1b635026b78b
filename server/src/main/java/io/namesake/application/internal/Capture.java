package io.namesake.application.internal;

import io.namesake.access.Caller;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.face.Assessment;
import io.namesake.face.Role;
import io.namesake.language.Language;
import io.namesake.privacy.Consents;
import io.namesake.problem.Problem;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an applicant does, up to the submission.
 *
 * <p>Consent comes first (promise 2): a picture is neither read from the network nor looked at before the state machine has let
 * the step pass, and it does so only with a recorded consent.
 */
@Service
class Capture {
    private final Road road;
    private final ApplicationTable applications;
    private final EvidenceStore evidence;
    private final Consents consents;
    private final Faces faces;
    private final Attempts attempts;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    Capture(
            Road road,
            ApplicationTable applications,
            EvidenceStore evidence,
            Consents consents,
            Faces faces,
            Attempts attempts,
            AuditLog audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        this.road = road;
        this.applications = applications;
        this.evidence = evidence;
        this.consents = consents;
        this.faces = faces;
        this.attempts = attempts;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    LineApplication giveConsent(Caller caller, String id, String textVersion, Language language) {
        var application = road.lock(caller, id);
        var next = road.next(application, Step.GIVE_CONSENT);
        consents.give(application.operatorId(), application.id(), textVersion, language);
        if (next == application.state()) {
            return application;
        }
        var consented = application.in(next, clock.instant());
        applications.update(consented);
        return consented;
    }

    /** May this caller show a picture now? Asked before the picture is read. @throws Problem when not */
    LineApplication requireMayShowPicture(Caller caller, String id) {
        var application = road.find(caller, id);
        road.next(application, Step.SHOW_PICTURE);
        return application;
    }

    /** The same, and it stays so until the caller's transaction ends. */
    void lockToShowPicture(Caller caller, String id) {
        road.next(road.lock(caller, id), Step.SHOW_PICTURE);
    }

    LineApplication keepDocument(Caller caller, String id, byte[] picture, DocumentFields fields) {
        return keepDocument(caller, id, picture, Map.of(EvidenceKind.DOCUMENT_FIELDS, json.writeValueAsBytes(fields)));
    }

    /** Keeps a document's portrait, or the picture with it, and what goes with it, in place of whatever was known of a document before. */
    LineApplication keepDocument(Caller caller, String id, byte[] portrait, Map<EvidenceKind, byte[]> beside) {
        return keepDocument(caller, id, portrait, beside, () -> {});
    }

    /**
     * The same, after something else that must go well in the same transaction. The application is locked before it, as by every
     * other step: whoever withdraws the consent at that moment and this one would otherwise wait for each other.
     */
    LineApplication keepDocument(
            Caller caller, String id, byte[] portrait, Map<EvidenceKind, byte[]> beside, Runnable before) {
        // Asked again, since the document was read meanwhile, which may take its time: no portrait is looked at in
        // vain.
        requireMayShowPicture(caller, id);
        var pieces = new EnumMap<EvidenceKind, byte[]>(beside);
        pieces.put(EvidenceKind.DOCUMENT_IMAGE, portrait);
        pieces.put(EvidenceKind.DOCUMENT_QUALITY, usable(faces.assess(portrait, Role.DOCUMENT)));
        return transaction.execute(_ -> {
            lockToShowPicture(caller, id);
            before.run();
            var kept = keep(caller, id, pieces);
            evidence.remove(
                    kept.id(),
                    EnumSet.complementOf(EnumSet.copyOf(pieces.keySet())).stream()
                            .filter(EvidenceKind::isOfDocument)
                            .collect(Collectors.toSet()));
            return kept;
        });
    }

    /** Keeps the challenge that the document's chip is to answer. */
    LineApplication keepChipChallenge(Caller caller, String id, byte[] challenge) {
        return keep(caller, id, Map.of(EvidenceKind.CHIP_CHALLENGE, challenge));
    }

    /** Keeps the fields that the applicant confirmed, of a document that was read. */
    LineApplication keepConfirmed(Caller caller, String id, DocumentFields fields) {
        return keep(caller, id, Map.of(EvidenceKind.DOCUMENT_FIELDS, json.writeValueAsBytes(fields)));
    }

    /** Keeps a selfie that came out of no challenge. One that cannot be used counts as a failed attempt. */
    LineApplication keepSelfie(Caller caller, String id, byte[] picture) {
        var application = requireMayShowPicture(caller, id);
        attempts.requireNoPause(application.id());
        var assessment = faces.assess(picture, Role.SELFIE);
        if (assessment instanceof Assessment.Unusable) {
            attempts.failedAtOnce(application.id());
        }
        return keepSelfie(caller, id, picture, usable(assessment), ChallengeEvidence.none());
    }

    /** Keeps the neutral frame of a challenge as the selfie, as it was assessed, and what the challenge found beside it. */
    LineApplication keepChallenged(
            Caller caller, String id, byte[] neutral, Assessment.Usable assessed, ChallengeEvidence found) {
        return keepSelfie(caller, id, neutral, usable(assessed), found);
    }

    /** Keeps what speaks against a challenge of which no frame is kept, beside the selfie that is there or comes later. */
    void keepDoubts(Caller caller, String id, ChallengeEvidence found) {
        transaction.executeWithoutResult(_ -> {
            var application = road.lock(caller, id);
            var all = challenge(application.id())
                    .map(earlier -> earlier.after(found))
                    .orElseGet(found::withoutSelfie);
            keep(caller, id, Map.of(EvidenceKind.SELFIE_CHALLENGE, json.writeValueAsBytes(all)));
        });
    }

    private LineApplication keepSelfie(
            Caller caller, String id, byte[] picture, byte[] quality, ChallengeEvidence found) {
        return transaction.execute(_ -> {
            var application = road.lock(caller, id);
            var earlier = challenge(application.id());
            return keep(
                    caller,
                    id,
                    Map.of(
                            EvidenceKind.SELFIE_IMAGE, picture,
                            EvidenceKind.SELFIE_QUALITY, quality,
                            EvidenceKind.SELFIE_CHALLENGE,
                                    json.writeValueAsBytes(
                                            earlier.map(found::after).orElse(found))));
        });
    }

    private Optional<ChallengeEvidence> challenge(UUID application) {
        return evidence.open(application, EvidenceKind.SELFIE_CHALLENGE)
                .map(content -> json.readValue(content, ChallengeEvidence.class));
    }

    /** Looks at a picture for the live guide. Nothing of it is kept. */
    Assessment assess(byte[] picture) {
        return faces.assess(picture, Role.SELFIE);
    }

    @Transactional
    LineApplication submit(Caller caller, String id) {
        var application = road.lock(caller, id);
        var submitted = application.in(road.next(application, Step.SUBMIT), clock.instant());
        applications.update(submitted);
        audit.append(new AuditEntry(
                application.operatorId(),
                "application.submitted",
                application.id().toString(),
                Map.of()));
        // Stored with this very transaction, and delivered again after a crash: an accepted application is decided.
        events.publishEvent(new Submitted(application.id()));
        return submitted;
    }

    private LineApplication keep(Caller caller, String id, Map<EvidenceKind, byte[]> pieces) {
        return transaction.execute(_ -> {
            var application = road.lock(caller, id);
            // Asked again under the lock: the application may have been submitted while the picture was looked at.
            var now = clock.instant();
            var kept = application.in(road.next(application, Step.SHOW_PICTURE), now);
            pieces.forEach((kind, content) -> evidence.put(application.id(), kind, content, now));
            applications.update(kept);
            return kept;
        });
    }

    private byte[] usable(Assessment assessment) {
        return switch (assessment) {
            case Assessment.Usable usable -> json.writeValueAsBytes(usable.face());
            case Assessment.Unusable unusable -> throw new Problem(PictureProblems.of(unusable.reason()));
        };
    }
}
