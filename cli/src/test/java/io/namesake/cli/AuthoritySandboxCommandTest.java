package io.namesake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The sandbox authority as a process of its own, and the mistakes that one can make with it. */
class AuthoritySandboxCommandTest {
    private static final String QUESTION = """
            {"question":"3f0e7e0a-6f2c-3d52-9a54-2f0a3f1b7c11","document":{"number":"%s"},"person":{"birthDate":"1990-05-17"}}
            """;

    @TempDir
    private Path folder;

    @Test
    void a_process_of_its_own_answers_what_its_script_says_until_it_is_stopped() throws Exception {
        Path script = Files.writeString(folder.resolve("answers.yaml"), """
                rules:
                  - { number: "WRONG*", reply: { answer: MISMATCH, differs: [BIRTH_DATE] } }
                  - { number: "BUSY*", times: 1, reply: { status: 503, retry-after: 5 } }
                otherwise: { answer: UNKNOWN }
                """);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Namesake.class.getName(),
                        "authority-sandbox",
                        "--port",
                        "0",
                        "--script",
                        script.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = process.inputReader()) {
            String first = out.readLine();
            assertThat(first).startsWith("The sandbox authority answers at http://127.0.0.1:");
            URI url = URI.create(first.substring(first.indexOf("http")) + "/v1/verifications");
            assertThat(ask(url, "WRONG1").body())
                    .contains("\"answer\":\"MISMATCH\"", "BIRTH_DATE", "3f0e7e0a-6f2c-3d52-9a54-2f0a3f1b7c11");
            HttpResponse<String> busy = ask(url, "BUSY1");
            assertThat(busy.statusCode()).isEqualTo(503);
            assertThat(busy.headers().firstValue("Retry-After")).contains("5");
            assertThat(ask(url, "BUSY1").body()).contains("\"answer\":\"UNKNOWN\"");
            assertThat(out.readLine()).isEqualTo("3f0e7e0a-6f2c-3d52-9a54-2f0a3f1b7c11 MISMATCH");
        } finally {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_script_with_a_mistake_is_refused_with_its_line() throws Exception {
        Path script = Files.writeString(
                folder.resolve("answers.yaml"), "rules:\n  - { number: \"A\", reply: { answer: PERHAPS } }\n");
        StringWriter err = new StringWriter();
        CommandLine command = Namesake.commandLine().setErr(new PrintWriter(err));
        assertThat(command.execute("authority-sandbox", "--script", script.toString()))
                .isEqualTo(64);
        assertThat(err.toString()).contains("line 2", "MATCH, MISMATCH or UNKNOWN");
    }

    @Test
    void a_key_that_is_none_is_refused() throws Exception {
        Path key = Files.writeString(folder.resolve("key.json"), "{}");
        StringWriter err = new StringWriter();
        CommandLine command = Namesake.commandLine().setErr(new PrintWriter(err));
        assertThat(command.execute("authority-sandbox", "--key", key.toString()))
                .isEqualTo(64);
        assertThat(err.toString()).contains("key.json");
    }

    private static HttpResponse<String> ask(URI url, String number) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(url)
                            .POST(BodyPublishers.ofString(QUESTION.formatted(number)))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
