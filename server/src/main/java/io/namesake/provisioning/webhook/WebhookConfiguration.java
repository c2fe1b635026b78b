package io.namesake.provisioning.webhook;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What cannot be made from its own class alone. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    @Bean
    RetrySchedule webhookRetrySchedule(WebhookSettings settings, SecureRandom random) {
        return new RetrySchedule(settings.retryDelays(), random);
    }
}
