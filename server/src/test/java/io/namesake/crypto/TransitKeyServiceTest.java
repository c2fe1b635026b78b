package io.namesake.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.FallsSilent;
import io.namesake.problem.Problem;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TransitKeyServiceTest extends KeyServiceContract {
    private TransitStandIn standIn;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        standIn = new TransitStandIn();
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Override
    KeyService service() {
        return settings(standIn.url(), TransitStandIn.TOKEN).service();
    }

    @Override
    void rotate() throws Exception {
        standIn.rotate();
    }

    @Test
    void
            a_service_that_is_sealed_unreachable_or_does_not_know_us_makes_the_server_busy_and_nothing_is_taken_for_broken() {
        var wrapped = service().wrap(bytes("a key"), bytes("here"));
        var stranger = settings(standIn.url(), "s.somebody").service();
        assertThatThrownBy(() -> stranger.unwrap(wrapped, bytes("here"))).isInstanceOf(Problem.class);
        standIn.seal();
        assertThatThrownBy(() -> service().unwrap(wrapped, bytes("here"))).isInstanceOf(Problem.class);
        var nobody = service();
        standIn.close();
        assertThatThrownBy(() -> nobody.unwrap(wrapped, bytes("here"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> nobody.wrap(bytes("a key"), bytes("here"))).isInstanceOf(Problem.class);
    }

    @Test
    @Timeout(30)
    void a_service_that_begins_to_answer_and_falls_silent_makes_the_server_busy_in_time() throws Exception {
        try (var silent = new FallsSilent()) {
            var service = settings(silent.url(), TransitStandIn.TOKEN).service();
            assertThatThrownBy(() -> service.wrap(bytes("a key"), bytes("here")))
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void a_keyset_file_is_encrypted_by_it_also_one_that_was_made_before() throws Exception {
        var file = folder.resolve("keyset.json");
        var before = new KeysetFile(KeyKind.SEALING, file, null).readOrMake();
        var withService = new KeysetFile(KeyKind.SEALING, file, service()).read();
        assertThat(withService.keys()).isEqualTo(before.keys());
        assertThat(Files.readString(file)).contains("encryptedKeyset").doesNotContain("keyData");
        assertThat(new KeysetFile(KeyKind.SEALING, file, service()).read().keys())
                .isEqualTo(before.keys());
        assertThatThrownBy(() -> new KeysetFile(KeyKind.SEALING, file, null).read())
                .hasMessageContaining("NAMESAKE_KMS_URL");
    }

    @Test
    void it_is_spoken_to_in_private_only() {
        var elsewhere = URI.create("http://kms.example.com");
        assertThatThrownBy(() -> settings(elsewhere, "t")).hasMessage("NAMESAKE_KMS_URL must begin with https://");
        assertThat(settings(URI.create("https://kms.example.com"), "t").toString())
                .isEqualTo("KmsSettings[https://kms.example.com]");
    }

    private static KmsSettings settings(URI url, String token) {
        return new KmsSettings(url, "transit", "namesake", token, Duration.ofSeconds(2));
    }
}
