package io.namesake.provisioning.activation;

import io.namesake.net.BoundedHttp;
import io.namesake.provisioning.outbox.RetrySchedule;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What cannot be made from its own class alone. */
@Configuration(proxyBeanMethods = false)
class ActivationConfiguration {
    private static final int LARGEST_ANSWER = 256 * 1024;

    @Bean
    BoundedHttp activationHttp(ActivationSettings settings) {
        return new BoundedHttp(
                "Namesake-Activation/1", settings.connectTimeout(), settings.requestTimeout(), LARGEST_ANSWER, null);
    }

    @Bean
    RetrySchedule activationRetrySchedule(ActivationSettings settings, SecureRandom random) {
        return new RetrySchedule(settings.retryDelays(), random);
    }
}
