package io.namesake.application.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.application.internal.WalletSettings.ClientId;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalletConfigurationTest {
    private static final URI HERE = URI.create("https://namesake.example/");
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration MINUTES = Duration.ofMinutes(5);
    private static final WalletSettings NONE = new WalletSettings(null, null, ClientId.X509_SAN_DNS, MINUTES, MINUTES);

    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path folder;

    private Path key;
    private Path certificate;

    @BeforeEach
    void make_files() throws Exception {
        var identity = WalletConfiguration.selfSigned(NONE, HERE, random, CLOCK);
        key = pem("key.pem", "PRIVATE KEY", ((Key) identity.key()).getEncoded());
        certificate = pem(
                "certificate.pem", "CERTIFICATE", identity.chain().getFirst().getEncoded());
    }

    @Test
    void key_and_certificate_of_the_settings_are_who_asks() {
        var byName = asker(ClientId.X509_SAN_DNS, HERE).identity().orElseThrow();
        assertThat(byName.clientId()).isEqualTo("x509_san_dns:namesake.example");
        assertThat(byName.publicUrl()).isEqualTo("https://namesake.example");
        var byHash = asker(ClientId.X509_HASH, HERE).identity().orElseThrow();
        assertThat(byHash.clientId()).matches("x509_hash:[A-Za-z0-9_-]{43}");
        assertThat(byHash.toString()).doesNotContain("key");
    }

    @Test
    void a_certificate_of_another_name_stops_the_start() {
        assertThatThrownBy(() -> asker(ClientId.X509_SAN_DNS, URI.create("https://other.example")))
                .hasMessageContaining("other.example");
    }

    @Test
    void a_key_that_is_not_the_certificates_or_none_stops_the_start() throws Exception {
        var another = WalletConfiguration.selfSigned(NONE, HERE, random, CLOCK);
        key = pem("key.pem", "PRIVATE KEY", ((Key) another.key()).getEncoded());
        assertThatThrownBy(() -> asker(ClientId.X509_SAN_DNS, HERE)).hasMessageContaining("signing-key");
        Files.writeString(key, "secret words");
        assertThatThrownBy(() -> asker(ClientId.X509_SAN_DNS, HERE))
                .hasMessageContaining("signing-key")
                .hasMessageNotContaining("secret words");
    }

    @Test
    void one_without_the_other_stops_the_start() {
        assertThatThrownBy(() -> new WalletSettings(key, null, ClientId.X509_SAN_DNS, MINUTES, MINUTES))
                .hasMessageContaining("belong together");
        assertThatThrownBy(() -> new WalletSettings(null, null, ClientId.X509_SAN_DNS, MINUTES, Duration.ofDays(2)))
                .hasMessageContaining("status-patience");
        assertThatThrownBy(() -> new WalletSettings(null, null, ClientId.X509_SAN_DNS, Duration.ofDays(1), MINUTES))
                .hasMessageContaining("lifetime");
    }

    @Test
    void without_settings_only_a_demo_asks_wallets() {
        var configuration = new WalletConfiguration();
        assertThat(configuration.walletAsker(NONE, HERE, false, random, CLOCK).identity())
                .isEmpty();
        assertThat(configuration.walletAsker(NONE, HERE, true, random, CLOCK).identity())
                .isPresent();
    }

    private WalletConfiguration.Asker asker(ClientId prefix, URI publicUrl) {
        return new WalletConfiguration()
                .walletAsker(
                        new WalletSettings(key, certificate, prefix, MINUTES, MINUTES),
                        publicUrl,
                        false,
                        random,
                        CLOCK);
    }

    private Path pem(String name, String what, byte[] content) throws Exception {
        return Files.writeString(
                folder.resolve(name),
                "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                        + what + "-----\n");
    }
}
