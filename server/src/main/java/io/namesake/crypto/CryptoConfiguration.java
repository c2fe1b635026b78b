package io.namesake.crypto;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the keysets, and opens the vault and the index with them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KmsSettings.class)
class CryptoConfiguration {

    @Bean
    Vault vault(
            @Value("${namesake.keyset:}") String configured,
            @Value("${namesake.database.url:}") String databaseUrl,
            @Value("${namesake.data-dir}") Path dataDirectory,
            KmsSettings kms)
            throws GeneralSecurityException {
        return new Vault(keyset(KeyKind.SEALING, configured, databaseUrl, dataDirectory, kms.service()));
    }

    @Bean
    BlindIndex blindIndex(
            @Value("${namesake.index-keyset:}") String configured,
            @Value("${namesake.database.url:}") String databaseUrl,
            @Value("${namesake.data-dir}") Path dataDirectory,
            KmsSettings kms)
            throws GeneralSecurityException {
        return new BlindIndex(keyset(KeyKind.INDEXING, configured, databaseUrl, dataDirectory, kms.service()));
    }

    @Bean
    KeyService keyService(Vault vault, KmsSettings kms) {
        var service = kms.service();
        return service == null ? new LocalKeyService(vault) : service;
    }

    private static Keyset keyset(
            KeyKind kind, String configured, String databaseUrl, Path dataDirectory, @Nullable KeyService kms)
            throws GeneralSecurityException {
        if (!configured.isBlank()) {
            return Keyset.fromBase64(kind, configured, kms);
        }
        if (!databaseUrl.isBlank()) {
            // A keyset made up here would be lost with this machine, and with it everything sealed or indexed in a
            // database that stays.
            throw new IllegalStateException(kind.variable()
                    + " is needed with NAMESAKE_DATABASE_URL: a Tink keyset as base64 of its JSON, which"
                    + " `namesake keys new` makes");
        }
        return KeysetFile.in(dataDirectory, kind, kms).readOrMake();
    }
}
