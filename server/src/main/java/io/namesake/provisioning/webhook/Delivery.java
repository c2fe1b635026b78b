package io.namesake.provisioning.webhook;

import java.net.URI;
import java.util.UUID;

/**
 * An event on its way to an endpoint, leased to this worker.
 *
 * @param id the row's
 * @param lease what proves that it is still ours
 * @param form whose body it has
 * @param failures how many attempts failed before
 */
record Delivery(
        long id, UUID lease, UUID endpointId, URI url, String eventId, String body, EndpointForm form, int failures) {}
