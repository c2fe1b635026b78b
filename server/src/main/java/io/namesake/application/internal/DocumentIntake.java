package io.namesake.application.internal;

import io.namesake.access.Caller;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.reading.DocumentReadings;
import io.namesake.reading.ReadDocument;
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
    private final JsonMapper json;

    DocumentIntake(
            Road road,
            Capture capture,
            EvidenceStore evidence,
            DocumentReadings readings,
            FacePool pool,
            JsonMapper json) {
        this.road = road;
        this.capture = capture;
        this.evidence = evidence;
        this.readings = readings;
        this.pool = pool;
        this.json = json;
    }

    /** Reads a chip's files, and keeps what they say in place of any document before. The applicant confirms it next. */
    LineApplication chip(Caller caller, String id, byte[] file) {
        return keep(caller, id, () -> readings.chip(file));
    }

    private LineApplication keep(Caller caller, String id, Supplier<ReadDocument> reading) {
        var document = pool.soon(reading);
        var kept = json.writeValueAsBytes(DocumentReading.of(document.evidence()));
        return capture.keepDocument(caller, id, document.portrait(), Map.of(EvidenceKind.DOCUMENT_READING, kept));
    }

    /** What was read, for the applicant's own eyes. @throws Problem {@code application-incomplete} when nothing was */
    DocumentReading reading(Caller caller, String id) {
        return of(road.find(caller, id).id()).orElseThrow(() -> new Problem(ProblemType.APPLICATION_INCOMPLETE));
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
