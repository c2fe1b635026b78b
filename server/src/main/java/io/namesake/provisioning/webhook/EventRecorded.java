package io.namesake.provisioning.webhook;

import java.util.UUID;

/**
 * An event was put among those that an operator is told. Other ways of telling hang on it; with none configured nobody hears it.
 *
 * @param eventId the CloudEvent's
 * @param subject what it is about, a line's id or an application's: events of one subject belong together
 * @param body the CloudEvent
 */
public record EventRecorded(UUID operatorId, String eventId, String subject, String body) {}
