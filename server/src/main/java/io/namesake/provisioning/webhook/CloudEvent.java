package io.namesake.provisioning.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told, in the form of CloudEvents 1.0 with its JSON format: the same over webhooks, over Kafka and when it is read again.
 *
 * @param source deployment and operator
 * @param subject what it is about: a line's id, or an application's
 * @param time when it happened
 * @param sequence its place among the operator's events (CloudEvents' extension "sequence"); null for a challenge
 * @param data as {@code dataschema} says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "specversion",
    "id",
    "source",
    "type",
    "subject",
    "time",
    "datacontenttype",
    "dataschema",
    "sequence",
    "data"
})
@Schema(name = "CloudEvent", description = "CloudEvents 1.0, JSON format")
record CloudEvent(
        @Schema(example = "1.0") String specversion,

        @Schema(
                description = "The same over retries, restarts and replays; the webhook-id header",
                example = "evt_6f1e2c2e-6f0b-4c4e-9d0c-5a4f3c0f7f10")
        String id,

        @Schema(description = "The deployment and the operator", format = "uri")
        String source,

        @Schema(example = "io.namesake.line.activated.v1") String type,

        @Schema(description = "The line's id, or the application's, by the type")
        String subject,

        Instant time,
        @Schema(example = "application/json") String datacontenttype,

        @Schema(description = "The JSON Schema (2020-12) of data", format = "uri")
        String dataschema,

        @Schema(description = "The place among the operator's events, to read on from", example = "0000000000000000042")
        @Nullable
        String sequence,

        @Schema(type = "object", description = "As the dataschema says")
        Map<String, Object> data) {
    static final String SPECVERSION = "1.0";
    static final String JSON = "application/json";

    /** A number as CloudEvents' extension wants it: in the order of texts as in that of numbers. */
    static String sequence(long number) {
        return "%019d".formatted(number);
    }
}
