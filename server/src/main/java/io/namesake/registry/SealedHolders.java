package io.namesake.registry;

import io.namesake.crypto.Resealable;
import io.namesake.crypto.SealedColumn;
import io.namesake.crypto.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holders' details outlive the keys that seal them, so they move on to the next key. */
@Configuration(proxyBeanMethods = false)
class SealedHolders {

    @Bean
    Resealable sealedHolderDetails(JdbcClient jdbc, Vault vault) {
        return new SealedColumn(jdbc, vault, "holder", "sealed_details", HolderTable::placeOf);
    }
}
