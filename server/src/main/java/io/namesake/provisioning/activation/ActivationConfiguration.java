package io.namesake.provisioning.activation;

import io.namesake.provisioning.outbox.RetrySchedule;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What cannot be made from its own class alone. */
@Configuration(proxyBeanMethods = false)
class ActivationConfiguration {

    @Bean
    RetrySchedule activationRetrySchedule(ActivationSettings settings, SecureRandom random) {
        return new RetrySchedule(settings.retryDelays(), random);
    }
}
