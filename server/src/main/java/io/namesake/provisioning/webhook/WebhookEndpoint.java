package io.namesake.provisioning.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somewhere an operator wants to be told of events.
 *
 * @param eventTypes what of
 * @param disabledAt when it answered 410 Gone; nothing is sent to it since then
 */
record WebhookEndpoint(
        UUID id,
        String url,
        Optional<String> description,
        Set<EventType> eventTypes,
        Instant createdAt,
        Optional<Instant> disabledAt) {}
