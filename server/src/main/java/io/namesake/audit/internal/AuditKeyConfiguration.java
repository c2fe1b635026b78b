package io.namesake.audit.internal;

import io.namesake.audit.note.SigningKey;
import io.namesake.crypto.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the key that signs checkpoints, or makes one beside the embedded database. */
@Configuration(proxyBeanMethods = false)
class AuditKeyConfiguration {

    @Bean
    SigningKey auditKey(
            @Value("${namesake.audit.key:}") String configured,
            @Value("${namesake.database.url:}") String databaseUrl,
            @Value("${namesake.data-dir}") Path dataDirectory,
            SecureRandom random) {
        if (!configured.isBlank()) {
            try {
                return SigningKey.parse(configured);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException("NAMESAKE_AUDIT_KEY: " + e.getMessage());
            }
        }
        if (!databaseUrl.isBlank()) {
            // A key made up here would be lost with this machine, and whoever trusts it would not know its successor.
            throw new IllegalStateException(
                    "NAMESAKE_AUDIT_KEY is needed with NAMESAKE_DATABASE_URL: the key that signs"
                            + " the audit log, which 'namesake audit new-key' makes");
        }
        return fromFileOrNew(dataDirectory.resolve("keys").resolve("audit-key"), random);
    }

    private static SigningKey fromFileOrNew(Path file, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                var id = new byte[8];
                random.nextBytes(id);
                var name = "namesake/" + HexFormat.of().formatHex(id);
                SecretFile.make(file, SigningKey.generate(name, random).secretText() + "\n");
            }
            return SigningKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read or write the audit key " + file, e);
        }
    }
}
