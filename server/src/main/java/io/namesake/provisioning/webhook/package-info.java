/**
 * Webhooks in the form of Standard Webhooks 1.0.0: signed, retried until the receiver answers with 2xx, and with an id that stays
 * the same over retries and restarts.
 *
 * <p>An event becomes one row of {@code webhook_delivery} for each endpoint that wants it. A worker leases what is due, sends it
 * and records the attempt. Between sending and recording a crash is possible, and then the event is sent again: at least once,
 * which the id lets the receiver make exactly once. Deliveries of one endpoint may overtake each other.
 *
 * <p>Endpoints may be anywhere, also inside the operator's own network, where networks are switched. Who runs Namesake for
 * several operators that do not trust each other puts an egress proxy or firewall around it: the response is never shown, but
 * a request is made.
 */
@NullMarked
package io.namesake.provisioning.webhook;

import org.jspecify.annotations.NullMarked;
