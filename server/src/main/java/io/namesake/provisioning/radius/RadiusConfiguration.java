package io.namesake.provisioning.radius;

import io.namesake.crypto.Resealable;
import io.namesake.crypto.SealedColumn;
import io.namesake.crypto.Vault;
import io.namesake.privacy.Expiring;
import io.namesake.privacy.ExpiringRows;
import io.namesake.privacy.RetentionSettings;
import io.namesake.provisioning.outbox.RetrySchedule;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What cannot be made from its own class alone. */
@Configuration(proxyBeanMethods = false)
class RadiusConfiguration {
    private static final Logger log = LoggerFactory.getLogger(RadiusConfiguration.class);
    private static final String SHIPPED = "classpath:io/namesake/provisioning/radius.yaml";

    /** @throws IllegalStateException with line and column when the file is no policy: a network must not be told half of one */
    @Bean
    RadiusPolicy radiusPolicy(RadiusSettings settings, ResourceLoader files) {
        var place = settings.policy().isBlank() ? SHIPPED : settings.policy();
        var policy = RadiusPolicy.FILE.read(files, "namesake.radius.policy", place);
        log.info("The policy on internet access is {}", place);
        return policy;
    }

    @Bean
    RetrySchedule radiusRetrySchedule(RadiusSettings settings, SecureRandom random) {
        return new RetrySchedule(settings.retryDelays(), random);
    }

    /** Given up long ago. What was told is gone at once. */
    @Bean
    Expiring oldNotices(JdbcClient jdbc, RetentionSettings retention) {
        return ExpiringRows.deliveries(jdbc, retention, """
                delete from access_notice where (access_server_id, line_id) in (
                    select access_server_id, line_id from access_notice
                    where next_attempt_at is null and requested_at <= :before limit :most)
                """);
    }

    /** Shared secrets outlive the keys that seal them, so they move on to the next key. */
    @Bean
    Resealable sealedAccessServerSecrets(JdbcClient jdbc, Vault vault) {
        return new SealedColumn(jdbc, vault, "access_server", "sealed_secret", AccessServers::placeOf);
    }
}
