package io.namesake.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOperatorTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path folder;

    @Test
    void the_key_is_made_once_and_kept() throws IOException {
        DemoOperator made = DemoOperator.of(folder.resolve("data"), RANDOM);

        assertThat(made.apiKey()).matches("nsk_demo_[A-Za-z0-9_-]{43}");
        assertThat(DemoOperator.of(folder.resolve("data"), RANDOM)).isEqualTo(made);
    }

    @Test
    void two_data_folders_have_two_keys() throws IOException {
        assertThat(DemoOperator.of(folder.resolve("one"), RANDOM).apiKey())
                .isNotEqualTo(DemoOperator.of(folder.resolve("other"), RANDOM).apiKey());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void only_its_owner_can_read_the_file() throws IOException {
        DemoOperator.of(folder, RANDOM);

        assertThat(Files.getPosixFilePermissions(folder.resolve("demo.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{\"operator\":\"x\"}", "[1]"})
    void a_damaged_file_is_told_and_not_replaced(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("demo.json"), content);

        assertThatIOException()
                .isThrownBy(() -> DemoOperator.of(folder, RANDOM))
                .withMessageContaining("demo.json is damaged; remove it");
        assertThat(file).hasContent(content);
    }

    @Test
    void the_key_stays_out_of_logs() throws IOException {
        DemoOperator operator = DemoOperator.of(folder, RANDOM);

        assertThat(operator.toString()).doesNotContain(operator.apiKey());
    }

    @Test
    void a_sandbox_decides_by_the_policies_of_a_real_server_and_a_demo_is_none() throws IOException {
        DemoOperator operator = DemoOperator.of(folder, RANDOM);

        assertThat(operator.sandboxSettings(folder, 8080, "http://localhost:8080"))
                .containsAllEntriesOf(operator.settings(folder, 8080, "http://localhost:8080"))
                .containsEntry("namesake.sandbox.enabled", "true")
                .containsEntry("namesake.policy", "classpath:io/namesake/decision/policy.yaml")
                .containsEntry("namesake.challenge", "REQUIRED");
        assertThat(operator.settings(folder, 8080, "http://localhost:8080"))
                .doesNotContainKey("namesake.sandbox.enabled");
    }
}
