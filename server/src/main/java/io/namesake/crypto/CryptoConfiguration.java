package io.namesake.crypto;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the keyset and opens the vault with it. */
@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {

    @Bean
    Vault vault(
            @Value("${namesake.keyset:}") String configured,
            @Value("${namesake.database.url:}") String databaseUrl,
            @Value("${namesake.data-dir}") Path dataDirectory)
            throws GeneralSecurityException {
        if (!configured.isBlank()) {
            return new Vault(Keyset.fromBase64(configured));
        }
        if (!databaseUrl.isBlank()) {
            // A keyset made up here would be lost with this machine, and with it everything sealed in a database that
            // stays.
            throw new IllegalStateException(
                    "NAMESAKE_KEYSET is needed with NAMESAKE_DATABASE_URL: a Tink AEAD keyset as base64 of its JSON");
        }
        return new Vault(Keyset.fromFileOrNew(dataDirectory.resolve("keys").resolve("keyset.json")));
    }
}
