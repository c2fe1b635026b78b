package io.namesake.application.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a wallet's credential still counts, where its status list did not answer when it was shown. Nobody is refused because a list was not to be had, and nobody
 * passes: it is asked for again for a while, over restarts too, and then a person decides.
 */
@Component
class RevocationCheck {
    private final DocumentIntake documents;
    private final InterimEvidence interim;
    private final WalletSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    RevocationCheck(
            DocumentIntake documents, InterimEvidence interim, WalletSettings settings, JsonMapper json, Clock clock) {
        this.documents = documents;
        this.interim = interim;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What was read of an application's document, with what its status list says by now. Asks within time limits and outside of any transaction.
     *
     * @return empty when the document's fields were typed
     * @throws StatusSilent when there is no answer yet
     */
    Optional<DocumentReading> of(LineApplication application) {
        return documents.of(application.id()).map(reading -> settled(application, reading));
    }

    private DocumentReading settled(LineApplication application, DocumentReading reading) {
        if (reading.status() == null) {
            return reading;
        }
        UUID id = application.id();
        var asked = documents.asked(reading);
        if (asked.status() == null) {
            interim.put(id, EvidenceKind.DOCUMENT_READING, json.writeValueAsBytes(asked));
            return asked;
        }
        if (!application.hasWaited(settings.statusPatience(), clock.instant())) {
            throw new StatusSilent();
        }
        return asked;
    }
}
