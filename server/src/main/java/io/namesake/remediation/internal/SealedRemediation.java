package io.namesake.remediation.internal;

import io.namesake.crypto.Resealable;
import io.namesake.crypto.SealedColumn;
import io.namesake.crypto.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases may take longer than the keys that seal what is personal in them, so it moves on to the next key. */
@Configuration(proxyBeanMethods = false)
class SealedRemediation {

    @Bean
    Resealable sealedContacts(JdbcClient jdbc, Vault vault) {
        return new SealedColumn(jdbc, vault, "remediation_case", "sealed_contact", Contacts::contactPlace);
    }

    @Bean
    Resealable sealedAppeals(JdbcClient jdbc, Vault vault) {
        return new SealedColumn(jdbc, vault, "remediation_case", "sealed_appeal", Contacts::appealPlace);
    }

    @Bean
    Resealable sealedNotices(JdbcClient jdbc, Vault vault) {
        return new SealedColumn(jdbc, vault, "remediation_notice", "sealed_message", Contacts::noticePlace);
    }
}
