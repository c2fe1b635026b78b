package io.namesake.provisioning.webhook;

import io.namesake.privacy.Expiring;
import io.namesake.privacy.ExpiringRows;
import io.namesake.privacy.RetentionSettings;
import io.namesake.provisioning.outbox.RetrySchedule;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What cannot be made from its own class alone. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    @Bean
    RetrySchedule webhookRetrySchedule(WebhookSettings settings, SecureRandom random) {
        return new RetrySchedule(settings.retryDelays(), random);
    }

    /** With their attempts, by the database's own rule. */
    @Bean
    Expiring oldDeliveries(JdbcClient jdbc, RetentionSettings retention) {
        return ExpiringRows.deliveries(jdbc, retention, """
                delete from webhook_delivery where id in
                    (select id from webhook_delivery where status <> 'PENDING' and created_at <= :before limit :most)
                """);
    }

    /** The oldest first, so that no gap comes into what is kept. Their numbers are not given again. */
    @Bean
    Expiring oldEvents(JdbcClient jdbc, RetentionSettings retention) {
        return ExpiringRows.deliveries(jdbc, retention, """
                delete from operator_event where (operator_id, number) in
                    (select operator_id, number from operator_event where created_at <= :before
                     order by operator_id, number limit :most)
                """);
    }
}
