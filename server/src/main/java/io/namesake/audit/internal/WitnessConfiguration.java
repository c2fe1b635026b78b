package io.namesake.audit.internal;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The witnesses that the settings name. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WitnessSettings.class)
class WitnessConfiguration {

    @Bean
    Witnessing witnessing(
            WitnessSettings settings,
            CheckpointTable checkpoints,
            CosignatureTable cosignatures,
            StoredTree tree,
            MeterRegistry metrics,
            Clock clock) {
        var witnesses = settings.places().stream()
                .<Witness>map(place -> new HttpWitness(place, settings.witnessTimeout()))
                .toList();
        return new Witnessing(witnesses, checkpoints, cosignatures, tree, metrics, clock);
    }
}
