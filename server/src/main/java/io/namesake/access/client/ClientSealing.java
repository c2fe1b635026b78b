package io.namesake.access.client;

import io.namesake.crypto.Resealable;
import io.namesake.crypto.SealedColumn;
import io.namesake.crypto.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After a rotation of the vault's key, the signing keys are sealed again. */
@Configuration(proxyBeanMethods = false)
class ClientSealing {

    @Bean
    Resealable tokenSigningKeys(JdbcClient jdbc, Vault vault) {
        return new SealedColumn(jdbc, vault, "token_signing_key", "sealed_key", SigningKeys::place);
    }
}
