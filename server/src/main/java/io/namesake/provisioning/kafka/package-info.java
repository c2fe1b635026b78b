/**
 * The same events over Kafka, for operators who run a broker: off unless {@code namesake.kafka.bootstrap-servers} is set.
 *
 * <p>Spring Modulith's externalisation hangs on {@link io.namesake.provisioning.webhook.EventRecorded}: what is to be sent is stored in
 * the transaction that records the event, and stays there until the broker has it. Nothing waits for the broker but what is
 * meant for it.
 */
@NullMarked
package io.namesake.provisioning.kafka;

import org.jspecify.annotations.NullMarked;
