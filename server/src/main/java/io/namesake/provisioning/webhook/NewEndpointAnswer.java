package io.namesake.provisioning.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new endpoint, with the secret that is shown only this once. */
@Schema(name = "CreatedWebhookEndpoint")
record NewEndpointAnswer(
        UUID id,
        String url,
        @Nullable String description,
        @Schema(example = "[\"line.activated\"]") List<String> eventTypes,

        @Schema(description = "whsec_ and the base64 of the key for HMAC-SHA256; keep it, it is not shown again")
        String secret,

        Instant createdAt,

        @Schema(description = "When it answered the challenge; null when it did not: then ask it again") @Nullable
        Instant verifiedAt,

        @Schema(
                description =
                        "Why it is not verified yet: not-echoed, http-<status>, or as an attempt's error; null when"
                                + " it is",
                example = "not-echoed")
        @Nullable
        String verificationError) {

    static NewEndpointAnswer of(WebhookEndpoints.Created created, EndpointChallenge.Result result, Instant now) {
        var endpoint = created.endpoint();
        return new NewEndpointAnswer(
                endpoint.id(),
                endpoint.url(),
                endpoint.description().orElse(null),
                endpoint.eventTypes().stream().map(EventType::wireName).toList(),
                created.secret().serialised(),
                endpoint.createdAt(),
                result.passed() ? now : null,
                result.error().orElse(null));
    }

    /** Without the secret, since records end up in logs. */
    @Override
    public String toString() {
        return "NewEndpointAnswer[id=" + id + "]";
    }
}
