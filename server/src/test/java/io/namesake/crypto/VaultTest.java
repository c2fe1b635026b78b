package io.namesake.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final byte[] SECRET = "a picture of a person".getBytes(StandardCharsets.UTF_8);
    private static final KmsSettings NO_KMS = new KmsSettings(null, "transit", "namesake", "", Duration.ofSeconds(1));
    private static final byte[] HERE = bytes("evidence/1/SELFIE_IMAGE");

    @TempDir
    Path folder;

    @Test
    void what_is_sealed_opens_in_its_place_and_shows_nothing_before() throws Exception {
        var vault = vault("keyset.json");
        var sealed = vault.seal(SECRET, HERE);
        assertThat(vault.open(sealed, HERE)).isEqualTo(SECRET);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("picture");
        assertThat(vault.seal(SECRET, HERE)).isNotEqualTo(sealed);
    }

    @Test
    void what_was_moved_to_another_place_does_not_open() throws Exception {
        var vault = vault("keyset.json");
        var sealed = vault.seal(SECRET, HERE);
        assertThatThrownBy(() -> vault.open(sealed, bytes("evidence/2/SELFIE_IMAGE")))
                .isInstanceOf(Vault.SealBroken.class);
    }

    @Test
    void what_was_changed_or_sealed_by_another_keyset_does_not_open() throws Exception {
        var vault = vault("keyset.json");
        var sealed = vault.seal(SECRET, HERE);
        var another = vault("another.json");
        assertThatThrownBy(() -> another.open(sealed, HERE)).isInstanceOf(Vault.SealBroken.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.open(sealed, HERE)).isInstanceOf(Vault.SealBroken.class);
    }

    @Test
    void a_keyset_that_was_made_is_found_again_and_readable_by_its_owner_alone() throws Exception {
        var sealed = vault("keyset.json").seal(SECRET, HERE);
        assertThat(vault("keyset.json").open(sealed, HERE)).isEqualTo(SECRET);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keyset.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_keyset_is_also_taken_from_the_environment_as_base64() throws Exception {
        var made = Keyset.generate(KeyKind.SEALING).toBase64(null);
        var vault = new Vault(Keyset.fromBase64(KeyKind.SEALING, made + "\n", null));
        assertThat(vault.open(vault.seal(SECRET, HERE), HERE)).isEqualTo(SECRET);
    }

    @Test
    void a_keyset_that_is_none_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> Keyset.fromBase64(KeyKind.SEALING, "not base64: $$$", null))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("NAMESAKE_KEYSET is not base64");
        assertThatThrownBy(() ->
                        Keyset.fromBase64(KeyKind.SEALING, Base64.getEncoder().encodeToString(bytes("{}")), null))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void a_server_with_a_database_of_its_own_needs_its_keyset_from_outside() {
        var configuration = new CryptoConfiguration();
        assertThatThrownBy(() -> configuration.vault("", "postgresql://db/lines", folder, NO_KMS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NAMESAKE_KEYSET is needed");
        assertThatThrownBy(() -> configuration.blindIndex("", "postgresql://db/lines", folder, NO_KMS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NAMESAKE_INDEX_KEYSET is needed");
    }

    private Vault vault(String file) throws GeneralSecurityException {
        return new Vault(new KeysetFile(KeyKind.SEALING, folder.resolve(file), null).readOrMake());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
