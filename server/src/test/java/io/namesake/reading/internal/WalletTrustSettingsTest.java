package io.namesake.reading.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.namesake.document.specimen.wallet.SpecimenIssuer;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalletTrustSettingsTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path folder;

    @Test
    void authorities_lists_and_keys_of_the_settings_are_believed() throws Exception {
        var issuer = SpecimenIssuer.make(CLOCK.instant(), new SecureRandom());
        var key = new ECKeyGenerator(Curve.P_256).keyID("1").generate();
        var settings = new WalletTrustSettings(
                List.of(file("iaca.cer", issuer.authority().getEncoded())),
                List.of(file("iaca.crl", issuer.revocation().getEncoded())),
                List.of(new WalletTrustSettings.Issuer(
                        "https://issuer.example",
                        file("keys.json", new JWKSet(key).toString().getBytes()))));
        var trust = WalletReadings.trust(settings, List.of(), CLOCK);
        assertThat(trust.authorities().authorities())
                .extracting(one -> one.certificate().getSerialNumber())
                .containsExactly(issuer.authority().getSerialNumber());
        assertThat(trust.revocations()).hasSize(1);
        assertThat(trust.issuers().get("https://issuer.example").getKeyByKeyId("1"))
                .isEqualTo(key.toPublicJWK());
    }

    @Test
    void a_file_that_is_missing_or_damaged_stops_the_start() throws Exception {
        var missing = folder.resolve("missing.cer");
        assertThatThrownBy(() -> WalletReadings.trust(authority(missing), List.of(), CLOCK))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("namesake.wallets");
        var damaged = file("damaged.cer", new byte[] {1, 2, 3});
        assertThatThrownBy(() -> WalletReadings.trust(authority(damaged), List.of(), CLOCK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("namesake.wallets");
    }

    private static WalletTrustSettings authority(Path file) {
        return new WalletTrustSettings(List.of(file), List.of(), List.of());
    }

    private Path file(String name, byte[] content) throws Exception {
        return Files.write(folder.resolve(name), content);
    }
}
