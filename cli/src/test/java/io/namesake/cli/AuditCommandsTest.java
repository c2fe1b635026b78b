package io.namesake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeServer;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.audit.note.SigningKey;
import io.namesake.audit.note.VerifierKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A real server leaves a data folder behind; everything after that works without it. */
class AuditCommandsTest {
    private static final String OPERATOR = "nsk_test_0123456789abcdefghijklmnopqrstuv";

    @TempDir
    private static Path folder;

    private static Path data;
    private static Path export;
    private static String key;
    private static String checkpoint;

    /** What a run printed and ended with. */
    private record Run(int exitCode, String out, String err) {}

    @BeforeAll
    static void a_server_that_signed_its_log_and_was_stopped() throws Exception {
        data = folder.resolve("data");
        export = folder.resolve("audit.jsonl");
        try (var server = NamesakeServer.start(Map.of(
                "namesake.data-dir", data.toString(), "namesake.port", 0, "namesake.operator.api-key", OPERATOR))) {
            var log = server.getBean(AuditLog.class);
            for (int i = 1; i <= 300; i++) {
                log.append(
                        new AuditEntry(null, "application.decided", "application-" + i, Map.of("outcome", "REFUSED")));
            }
            var address = "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
            checkpoint = call(address, "POST", "/v1/audit/checkpoints");
            key = call(address, "GET", "/v1/audit/key").strip();
            log.append(new AuditEntry(null, "server.stopped", "namesake"));
        }
        var run = run("audit", "export", "--data", data.toString(), "--out", export.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("300 entries are in", "1 came after the newest checkpoint");
        assertThat(folder.resolve("audit.jsonl.part")).doesNotExist();
    }

    @Test
    void an_export_is_verified_with_the_key_and_a_checkpoint_that_was_kept() throws Exception {
        var kept = Files.writeString(folder.resolve("kept"), checkpoint);
        var run = run("audit", "verify", export.toString(), "--key", key, "--since", kept.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("The audit log is intact: 300 entries, signed by ")
                .doesNotContain("No key was given");
        assertThat(run("audit", "verify", export.toString()).out()).contains("No key was given");
    }

    @Test
    void the_database_is_verified_with_its_checkpoints_and_by_its_key() {
        var run = run("audit", "verify", "--data", data.toString(), "--key", key);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("The audit log is intact: 301 entries, the last one's hash is");
        assertThat(run("audit", "verify", "--data", data.toString(), "--key", stranger())
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void proofs_are_taken_out_of_an_export_and_verified_alone() throws Exception {
        var kept = Files.writeString(folder.resolve("kept-for-proof"), checkpoint);
        var inclusion = run("audit", "prove", export.toString(), "--seq", "299", "--key", key);
        assertThat(inclusion.exitCode()).as(inclusion.err()).isZero();
        var consistency = run("audit", "prove", export.toString(), "--consistency", "300", "--key", key);
        for (var proof : new String[] {inclusion.out(), consistency.out()}) {
            var file = Files.writeString(folder.resolve("proof.json"), proof);
            assertThat(run("audit", "verify-proof", file.toString(), "--key", key, "--since", kept.toString())
                            .exitCode())
                    .isZero();
            assertThat(run("audit", "verify-proof", file.toString(), "--key", stranger())
                            .exitCode())
                    .isEqualTo(1);
        }
        assertThat(run("audit", "prove", export.toString(), "--seq", "301").exitCode())
                .isEqualTo(64);
    }

    @Test
    void a_damaged_export_ends_with_1_and_names_the_entry_and_proves_nothing() throws Exception {
        var lines = Files.readAllLines(export);
        lines.set(201, lines.get(201).replace("REFUSED", "VERIFIED"));
        var damaged = Files.write(folder.resolve("damaged.jsonl"), lines);
        var run = run("audit", "verify", damaged.toString(), "--key", key);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("The audit log is broken at entry 200 (ALTERED).");
        var proof = run("audit", "prove", damaged.toString(), "--seq", "1");
        assertThat(proof.exitCode()).isEqualTo(1);
        assertThat(proof.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "prove --seq 1", "prove --consistency 1", "verify-proof --key KEY"})
    void what_is_no_export_and_no_proof_ends_with_65(String call) throws Exception {
        var garbage = Files.writeString(folder.resolve("garbage"), "garbage\n");
        var run = run(("audit " + call.replace("KEY", key) + " " + garbage).split(" "));
        assertThat(run.exitCode()).isEqualTo(65);
        assertThat(run.err()).contains("Line 1").doesNotContain("Exception", "garbage");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify nowhere",
                "verify pom.xml --data data",
                "verify pom.xml --key none",
                "verify pom.xml --since pom.xml",
                "verify --since pom.xml",
                "export",
                "export --out x --data nowhere",
                "prove pom.xml",
                "prove pom.xml --seq 1 --consistency 1",
                "prove nowhere --seq 1",
                "verify-proof pom.xml",
                "verify-proof nowhere --key PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "new-key",
                "new-key --origin a+b"
            })
    void a_call_that_makes_no_sense_ends_with_64(String call) {
        var run = run(("audit " + call).split(" "));
        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).isNotBlank().doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_new_key_is_one_that_the_server_takes_with_its_public_half() {
        var run = run("audit", "new-key", "--origin", "lines.example.com/audit");
        var lines = run.out().lines().toList();
        assertThat(run.exitCode()).isZero();
        assertThat(VerifierKey.parse(lines.get(1)))
                .contains(SigningKey.parse(lines.get(0)).verifier());
    }

    private static String stranger() {
        return SigningKey.generate(key.substring(0, key.indexOf('+')), new java.security.SecureRandom())
                .verifier()
                .text();
    }

    private static String call(String address, String method, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address + path))
                    .header("Authorization", "Bearer " + OPERATOR)
                    .method(method, BodyPublishers.noBody())
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Namesake.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = command.execute(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
