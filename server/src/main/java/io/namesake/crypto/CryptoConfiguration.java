package io.namesake.crypto;

import com.google.crypto.tink.KeysetHandle;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the keysets, and opens the vault and the index with them. */
@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {

    @Bean
    Vault vault(
            @Value("${namesake.keyset:}") String configured,
            @Value("${namesake.database.url:}") String databaseUrl,
            @Value("${namesake.data-dir}") Path dataDirectory)
            throws GeneralSecurityException {
        return new Vault(keyset(KeyKind.SEALING, configured, databaseUrl, dataDirectory));
    }

    @Bean
    BlindIndex blindIndex(
            @Value("${namesake.index-keyset:}") String configured,
            @Value("${namesake.database.url:}") String databaseUrl,
            @Value("${namesake.data-dir}") Path dataDirectory)
            throws GeneralSecurityException {
        return new BlindIndex(keyset(KeyKind.INDEXING, configured, databaseUrl, dataDirectory));
    }

    private static KeysetHandle keyset(KeyKind kind, String configured, String databaseUrl, Path dataDirectory)
            throws GeneralSecurityException {
        if (!configured.isBlank()) {
            return Keyset.fromBase64(kind, configured);
        }
        if (!databaseUrl.isBlank()) {
            // A keyset made up here would be lost with this machine, and with it everything sealed or indexed in a
            // database that stays.
            throw new IllegalStateException(kind.variable()
                    + " is needed with NAMESAKE_DATABASE_URL: a Tink keyset as base64 of its JSON, which"
                    + " `namesake keys new` makes");
        }
        return Keyset.fromFileOrNew(kind, dataDirectory.resolve("keys").resolve(kind.file()));
    }
}
