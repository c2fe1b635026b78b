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

/** The sandbox activation server as a process of its own, and a mistake that one can make with it. */
class ActivationSandboxCommandTest {
    private static final String SERVICE = """
            {"name":"1","serviceType":"mobile","state":"active","serviceSpecification":{"id":"mobile"},
             "serviceCharacteristic":[{"name":"line","value":"+8613800138000"}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void a_process_of_its_own_behaves_as_its_script_says_and_shows_what_it_holds() throws Exception {
        Path script = Files.writeString(folder.resolve("script.yaml"), """
                rules:
                  - { request: CREATE, times: 1, reply: { status: 503, retry-after: 5 } }
                """);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Namesake.class.getName(),
                        "activation-sandbox",
                        "--port",
                        "0",
                        "--token",
                        "secret",
                        "--script",
                        script.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = process.inputReader()) {
            String first = out.readLine();
            assertThat(first).startsWith("The sandbox activation server answers at http://127.0.0.1:");
            String service = first.substring(first.indexOf("http")) + "/service";
            String second = out.readLine();
            assertThat(ask("POST", service, "wrong", SERVICE).statusCode()).isEqualTo(401);
            assertThat(ask("POST", service, "secret", SERVICE).statusCode()).isEqualTo(503);
            assertThat(ask("POST", service, "secret", SERVICE).statusCode()).isEqualTo(201);
            assertThat(ask("GET", service, "secret", "").body()).contains("+8613800138000");
            assertThat(ask("GET", second.substring(second.indexOf("http")), "", "")
                            .body())
                    .contains("<td>+8613800138000</td><td>mobile</td><td>active</td>");
            assertThat(out.readLine()).isEqualTo("CREATE 503");
            assertThat(out.readLine()).isEqualTo("CREATE 201 active");
        } finally {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_script_with_a_mistake_is_refused_with_its_line() throws Exception {
        Path script = Files.writeString(folder.resolve("script.yaml"), "rules:\n  - { reply: { status: 200 } }\n");
        StringWriter err = new StringWriter();
        CommandLine command = Namesake.commandLine().setErr(new PrintWriter(err));
        assertThat(command.execute("activation-sandbox", "--script", script.toString()))
                .isEqualTo(64);
        assertThat(err.toString()).contains("line 2", "400 to 599");
    }

    private static HttpResponse<String> ask(String method, String url, String token, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Authorization", "Bearer " + token)
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
