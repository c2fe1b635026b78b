package io.namesake.provisioning.kafka;

import io.namesake.provisioning.webhook.EventRecorded;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.modulith.events.EventExternalizationConfiguration;
import org.springframework.modulith.events.RoutingTarget;
import org.springframework.modulith.events.config.EventExternalizationAutoConfiguration;
import org.springframework.modulith.events.support.EventExternalizerModuleListener;

/** Spring Modulith's externalisation of events, where a broker is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("namesake.kafka.bootstrap-servers")
@Import(EventExternalizationAutoConfiguration.class)
class KafkaConfiguration {

    /**
     * From the environment, since listeners are looked for before other beans are made. Modulith's own, which goes by annotations,
     * is there, too, since an import comes before the beans of the class that imports.
     */
    @Bean
    @Primary
    static EventExternalizationConfiguration eventsForKafka(Environment environment) {
        var topic = environment.getProperty("namesake.kafka.topic", "namesake.events");
        return EventExternalizationConfiguration.externalizing()
                .select(EventRecorded.class::isInstance)
                .route(
                        EventRecorded.class,
                        event -> RoutingTarget.forTarget(topic).andKey(event.subject()))
                .build();
    }

    @Bean
    KafkaEvents kafkaEvents(KafkaSettings settings) {
        return new KafkaEvents(settings);
    }

    @Bean
    EventExternalizerModuleListener kafkaExternalizer(
            EventExternalizationConfiguration configuration, KafkaEvents transport) {
        return new EventExternalizerModuleListener(configuration, transport);
    }
}
