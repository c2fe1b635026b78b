package io.namesake.provisioning.kafka;

import io.namesake.provisioning.webhook.EventRecorded;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.modulith.events.RoutingTarget;
import org.springframework.modulith.events.support.EventExternalizationTransport;

/** Hands events to the broker: the CloudEvent as the value, its subject as the key, so that events of one line keep to one partition. */
final class KafkaEvents implements EventExternalizationTransport, DisposableBean {
    private static final byte[] CLOUD_EVENT =
            "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.UTF_8);
    /** How long to wait for a broker that does not answer; the event registry tries again, and holds no connection meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration GIVES_UP = Duration.ofSeconds(30);
    private static final Duration END = Duration.ofSeconds(5);

    private final KafkaSettings settings;
    private @Nullable Producer<String, byte[]> producer;

    KafkaEvents(KafkaSettings settings) {
        this.settings = settings;
    }

    /** Completes when all replicas in sync have it, and fails when they do not: then the registry keeps it and tries again. */
    @Override
    public CompletableFuture<?> externalize(Object payload, RoutingTarget target) {
        var event = (EventRecorded) payload;
        var sent = new CompletableFuture<String>();
        try {
            var message = new ProducerRecord<>(
                    target.getTarget(), target.getKey(), event.body().getBytes(StandardCharsets.UTF_8));
            message.headers().add("content-type", CLOUD_EVENT);
            producer().send(message, (_, failure) -> {
                if (failure == null) {
                    sent.complete(event.eventId());
                } else {
                    sent.completeExceptionally(failure);
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            sent.completeExceptionally(e);
        }
        return sent;
    }

    /** Made when it is first needed, since a broker whose name is not known yet must not keep the server from starting. */
    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(properties(), new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    /** The operator's may set other times; that nothing is lost is not for them to change. */
    private Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) GIVES_UP.toMillis());
        properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, PATIENCE.toMillis());
        properties.putAll(settings.producer());
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return properties;
    }

    @Override
    public synchronized void destroy() {
        if (producer != null) {
            producer.close(END);
            producer = null;
        }
    }
}
