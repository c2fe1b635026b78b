package io.namesake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.e2e.Distribution.Finished;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code namesake demo} as a new user meets it. */
class DemoIT {

    @TempDir
    private Path folder;

    @Test
    void the_demo_prints_where_to_go_and_stops_when_asked_to() throws Exception {
        Path out = folder.resolve("out.txt");
        int port = ServerProcess.freePort();
        Process demo = Distribution.built()
                .command("demo", "--port", Integer.toString(port))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            Awaitility.await("ready")
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> !demo.isAlive() || Files.readString(out).contains("Ctrl-C stops it."));
            String printed = Files.readString(out);
            assertThat(demo.isAlive()).as(printed).isTrue();
            assertThat(printed)
                    .contains("its data is in " + folder.resolve("data"))
                    .contains("Ready after ")
                    .contains("http://localhost:" + port + "/operator")
                    .contains("http://localhost:" + port + "/staff/invitation#nsi_");
            assertThat(send(printedCurl(printed)).statusCode()).isEqualTo(201);
            assertThat(send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/demo")))
                            .body())
                    .contains("samples");
            // The same folder can't be used twice at a time, and the message says so.
            Finished second =
                    Distribution.built().run(folder, "demo", "--port", Integer.toString(ServerProcess.freePort()));
            assertThat(second.exitCode()).isEqualTo(69);
            assertThat(second.err()).contains("Another Namesake works in");
        } finally {
            demo.destroy();
        }
        assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("data/postgres/postmaster.pid"))
                .as("the database is stopped, too")
                .doesNotExist();
    }

    /** The curl that the demo prints, as the request that it makes. */
    private static HttpRequest.Builder printedCurl(String printed) {
        Matcher curl = Pattern.compile("curl -s (\\S+) -H '(\\S+): ([^']+)' \\\\\\s+-H '(\\S+): ([^']+)' -d '([^']+)'")
                .matcher(printed);
        assertThat(curl.find()).as(printed).isTrue();
        return HttpRequest.newBuilder(URI.create(curl.group(1)))
                .header(curl.group(2), curl.group(3))
                .header(curl.group(4), curl.group(5))
                .POST(BodyPublishers.ofString(curl.group(6)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        }
    }
}
