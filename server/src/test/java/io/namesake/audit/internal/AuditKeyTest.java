package io.namesake.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditKeyTest {
    private final AuditKeyConfiguration configuration = new AuditKeyConfiguration();

    @TempDir
    Path folder;

    @Test
    void a_key_is_made_beside_the_embedded_database_for_its_owner_alone_and_found_again() throws Exception {
        var made = configuration.auditKey("", "", folder, new SecureRandom());
        var file = folder.resolve("keys").resolve("audit-key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(configuration.auditKey("", "", folder, new SecureRandom()).verifier())
                .isEqualTo(made.verifier());
        assertThat(made.verifier().name()).matches("namesake/[0-9a-f]{16}");
    }

    @Test
    void a_server_with_a_database_of_its_own_needs_its_key_from_outside() {
        assertThatThrownBy(() -> configuration.auditKey("", "postgresql://db/lines", folder, new SecureRandom()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NAMESAKE_AUDIT_KEY is needed");
        assertThat(configuration
                        .auditKey(SignedLog.KEY.secretText(), "postgresql://db/lines", folder, new SecureRandom())
                        .verifier())
                .isEqualTo(SignedLog.KEY.verifier());
    }

    @Test
    void a_key_that_is_none_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> configuration.auditKey("not a key", "", folder, new SecureRandom()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("new-key")
                .hasMessageNotContaining("not a key");
    }
}
