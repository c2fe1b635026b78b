package io.namesake.provisioning.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somewhere an operator wants to be told of events.
 *
 * @param form what it is told in
 * @param eventTypes what of; none where the form is not that of CloudEvents
 * @param verifiedAt when it last answered a challenge; nothing is sent to it before
 * @param disabledAt when it answered 410 Gone; nothing is sent to it since then
 * @param previousSecretUntil until when events are signed with the secret before this one, too
 */
record WebhookEndpoint(
        UUID id,
        String url,
        Optional<String> description,
        EndpointForm form,
        Set<EventType> eventTypes,
        Instant createdAt,
        Optional<Instant> verifiedAt,
        Optional<Instant> disabledAt,
        Optional<Instant> previousSecretUntil) {

    boolean isActive() {
        return verifiedAt.isPresent() && disabledAt.isEmpty();
    }
}
