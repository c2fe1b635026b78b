package io.namesake.provisioning.webhook;

import io.namesake.crypto.Resealable;
import io.namesake.crypto.SealedColumn;
import io.namesake.crypto.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Endpoints' secrets outlive the keys that seal them, so they move on to the next key. */
@Configuration(proxyBeanMethods = false)
class SealedSecrets {

    @Bean
    Resealable sealedWebhookSecrets(JdbcClient jdbc, Vault vault) {
        return new SealedColumn(jdbc, vault, "webhook_endpoint", "sealed_secret", WebhookEndpoints::placeOf);
    }

    @Bean
    Resealable sealedPreviousWebhookSecrets(JdbcClient jdbc, Vault vault) {
        return new SealedColumn(jdbc, vault, "webhook_endpoint", "sealed_previous_secret", WebhookEndpoints::placeOf);
    }
}
