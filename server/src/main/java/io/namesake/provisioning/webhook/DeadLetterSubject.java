package io.namesake.provisioning.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a message was about, whatever its form.
 *
 * @param subject the id of the line, the application or the order
 * @param time when it happened
 * @param sequence its place among the operator's events; null where it has none
 * @param dataschema of its data; null likewise
 */
record DeadLetterSubject(
        String subject,
        Instant time,
        @Nullable String sequence,
        @Nullable String dataschema) {

    static DeadLetterSubject of(JsonNode body) {
        if (body.has("specversion")) {
            return new DeadLetterSubject(
                    body.path("subject").asString(""),
                    Instant.parse(body.path("time").asString("1970-01-01T00:00:00Z")),
                    body.path("sequence").asString(null),
                    body.path("dataschema").asString(null));
        }
        // TM Forum's: the one member of the event is the resource.
        return new DeadLetterSubject(
                body.path("event")
                        .valueStream()
                        .findFirst()
                        .map(one -> one.path("id").asString(""))
                        .orElse(""),
                Instant.parse(body.path("eventTime").asString("1970-01-01T00:00:00Z")),
                null,
                null);
    }
}
