package io.namesake.application.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.access.Caller;
import io.namesake.document.chip.ActiveAnswer;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.reading.DocumentReadings;
import io.namesake.reading.ReadDocument;
import io.namesake.reading.WalletAnswer;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** A document that speaks for itself: read, kept until the decision, and confirmed by the applicant. */
@Service
class DocumentIntake {
    private final Road road;
    private final Capture capture;
    private final EvidenceStore evidence;
    private final DocumentReadings readings;
    private final FacePool pool;
    private final SecureRandom random;
    private final MeterRegistry metrics;
    private final JsonMapper json;

    DocumentIntake(
            Road road,
            Capture capture,
            EvidenceStore evidence,
            DocumentReadings readings,
            FacePool pool,
            SecureRandom random,
            MeterRegistry metrics,
            JsonMapper json) {
        this.road = road;
        this.capture = capture;
        this.evidence = evidence;
        this.readings = readings;
        this.pool = pool;
        this.random = random;
        this.metrics = metrics;
        this.json = json;
    }

    /** Reads a chip's files, and keeps what they say in place of any document before. The applicant confirms it next. */
    LineApplication chip(Caller caller, String id, byte[] file) {
        var issued = evidence.open(road.find(caller, id).id(), EvidenceKind.CHIP_CHALLENGE);
        return keep(caller, id, () -> readings.chip(file, issued), Map.of());
    }

    /**
     * A fresh challenge for the chip (active authentication; ICAO Doc 9303-11, 6.1). It counts for the next upload only, since whatever is kept of
     * a document takes the place of everything before.
     */
    byte[] challenge(Caller caller, String id) {
        var challenge = new byte[ActiveAnswer.CHALLENGE];
        random.nextBytes(challenge);
        capture.keepChipChallenge(caller, id, challenge);
        return challenge;
    }

    /** Reads pictures of a printed document, likewise. The pictures stay for a person who may have to review it. */
    LineApplication pages(Caller caller, String id, List<byte[]> pictures) {
        var sides = new EnumMap<EvidenceKind, byte[]>(EvidenceKind.class);
        sides.put(EvidenceKind.DOCUMENT_FRONT, pictures.getFirst());
        if (pictures.size() > 1) {
            sides.put(EvidenceKind.DOCUMENT_BACK, pictures.getLast());
        }
        return keep(caller, id, () -> readings.pages(pictures), sides);
    }

    /**
     * Judges a wallet's answer, and keeps what it says likewise.
     *
     * @param before what must go well before anything is kept, in the same transaction
     */
    LineApplication wallet(Caller caller, String id, WalletAnswer answer, Runnable before) {
        var document = pool.soon(() -> readings.wallet(answer));
        // On this thread, which may wait: those of the pool are there to compute.
        var reading = json.writeValueAsBytes(asked(DocumentReading.of(document)));
        return capture.keepDocument(
                caller, id, document.portrait(), Map.of(EvidenceKind.DOCUMENT_READING, reading), before);
    }

    /** Asks whoever keeps the status of a credential, unless they have answered. Waits for the network. */
    DocumentReading asked(DocumentReading reading) {
        return Optional.ofNullable(reading.status())
                .flatMap(readings::revocation)
                .map(reading::answered)
                .orElse(reading);
    }

    /** Looks at a frame for the live guide. Nothing of it is kept. */
    List<ProblemType> guidance(byte[] frame) {
        var found = pool.soon(() -> readings.guidance(frame));
        found.forEach(type ->
                metrics.counter("namesake.documents.hints", "hint", type.slug()).increment());
        return found;
    }

    private LineApplication keep(
            Caller caller, String id, Supplier<ReadDocument> reading, Map<EvidenceKind, byte[]> beside) {
        var document = pool.soon(reading);
        var pieces = new HashMap<>(beside);
        pieces.put(EvidenceKind.DOCUMENT_READING, json.writeValueAsBytes(DocumentReading.of(document)));
        return capture.keepDocument(caller, id, document.portrait(), pieces);
    }

    /** What was read, for the applicant's own eyes. @throws Problem {@code application-incomplete} when nothing was */
    DocumentReading reading(Caller caller, String id) {
        return reading(road.find(caller, id).id());
    }

    private DocumentReading reading(UUID application) {
        return of(application).orElseThrow(() -> new Problem(ProblemType.APPLICATION_INCOMPLETE));
    }

    /**
     * The portrait that was read, for the applicant's own eyes: a JPEG or PNG file.
     *
     * @throws Problem {@code application-incomplete} when nothing was read, {@code not-found} when it is not shown here
     */
    byte[] portrait(Caller caller, String id) {
        var application = road.find(caller, id).id();
        if (!reading(application).showsPortrait()) {
            throw new Problem(ProblemType.NOT_FOUND);
        }
        return evidence.open(application, EvidenceKind.DOCUMENT_IMAGE)
                .orElseThrow(() -> new Problem(ProblemType.APPLICATION_INCOMPLETE));
    }

    /** Keeps the fields as the applicant confirms or corrects them. */
    LineApplication confirm(Caller caller, String id, DocumentFields fields) {
        reading(caller, id);
        return capture.keepConfirmed(caller, id, fields);
    }

    /** What was read of an application's document; empty when its fields were typed. */
    Optional<DocumentReading> of(UUID application) {
        return evidence.open(application, EvidenceKind.DOCUMENT_READING)
                .map(content -> json.readValue(content, DocumentReading.class));
    }
}
