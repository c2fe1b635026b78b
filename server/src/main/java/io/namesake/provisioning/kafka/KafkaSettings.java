package io.namesake.provisioning.kafka;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The broker that is told.
 *
 * @param bootstrapServers hosts and ports, joined by commas; empty to have none
 * @param topic where events go; it must be there, or the broker makes it
 * @param producer more settings of Kafka's producer by their own names, such as {@code security.protocol}; where it must be found, how
 *     much it acknowledges and that nothing comes twice is not theirs to say
 */
@ConfigurationProperties("namesake.kafka")
record KafkaSettings(
        @DefaultValue("") String bootstrapServers,
        @DefaultValue("namesake.events") String topic,
        @DefaultValue Map<String, String> producer) {

    KafkaSettings {
        producer = Map.copyOf(producer);
    }
}
