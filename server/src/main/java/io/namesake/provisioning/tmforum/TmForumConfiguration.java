package io.namesake.provisioning.tmforum;

import io.namesake.privacy.Expiring;
import io.namesake.privacy.ExpiringRows;
import io.namesake.privacy.KeptData;
import io.namesake.privacy.RetentionSettings;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What cannot be made from its own class alone. */
@Configuration(proxyBeanMethods = false)
class TmForumConfiguration {

    /** Not longer than their applications. */
    @Bean
    Expiring oldServiceOrders(JdbcClient jdbc, RetentionSettings retention) {
        return new ExpiringRows(jdbc, KeptData.CASES, retention.caseFile(), List.of("""
                delete from service_order where id in
                    (select id from service_order where ordered_at <= :before limit :most)
                """));
    }
}
