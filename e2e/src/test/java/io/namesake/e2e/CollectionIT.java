package io.namesake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Bruno collection, as an operator's engineer runs it; each of its requests has assertions of its own. */
class CollectionIT {
    private static final Path COLLECTION =
            Path.of("../clients/bruno/collection").toAbsolutePath().normalize();
    private static final Path BRU = Path.of("../clients/bruno/node_modules/@usebruno/cli/bin/bru.js")
            .toAbsolutePath()
            .normalize();

    @RegisterExtension
    static final SharedDemo DEMO = new SharedDemo();

    @TempDir
    private Path folder;

    @Test
    void every_request_of_the_collection_is_answered_as_it_says() throws Exception {
        var line = "+8613800139501";
        var holder = new MadeUpPerson(DEMO.server(), "Collected", "S13900501");
        holder.takes(line);
        try (WebhookReceiver network = WebhookReceiver.start()) {
            var finished = run(Map.of(
                    "server", DEMO.server().uri("").toString(),
                    "operatorKey", ServerProcess.API_KEY,
                    "webhook", network.uri().toString(),
                    "heldLine", line,
                    "heldFamilyName", holder.fields().get("familyName"),
                    "holderToken", holder.holderToken()));

            assertThat(finished.exitCode()).as(finished.out()).isZero();
            assertThat(results(finished.report())).hasSize(requests());
            for (JsonNode result : results(finished.report())) {
                assertThat(result.get("assertionResults").size()
                                + result.get("testResults").size())
                        .as("assertions and tests of " + result.at("/test/filename"))
                        .isPositive();
            }
        }
    }

    /** @param out both streams @param report in JSON */
    private record Finished(int exitCode, String out, JsonNode report) {}

    private Finished run(Map<String, String> variables) throws IOException, InterruptedException {
        Path report = folder.resolve("report.json");
        Path out = folder.resolve("out.txt");
        List<String> command = new ArrayList<>(
                List.of("node", BRU.toString(), "run", "-r", "--env", "demo", "--reporter-json", report.toString()));
        variables.forEach((name, value) -> command.addAll(List.of("--env-var", name + "=" + value)));
        Process bru = new ProcessBuilder(command)
                .directory(COLLECTION.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!bru.waitFor(5, TimeUnit.MINUTES)) {
            bru.destroyForcibly();
            throw new IllegalStateException("The collection did not end:\n" + Files.readString(out));
        }
        String printed = Files.readString(out);
        assertThat(report).as(printed).exists();
        return new Finished(bru.exitValue(), printed, JsonMapper.shared().readTree(report));
    }

    private static List<JsonNode> results(JsonNode report) {
        return report.valueStream()
                .flatMap(iteration -> iteration.get("results").valueStream())
                .toList();
    }

    /** How many files of the collection are requests. */
    private static int requests() throws IOException {
        try (Stream<Path> files = Files.walk(COLLECTION)) {
            return (int) files.filter(file -> file.getFileName().toString().matches("[0-9]{2} .*\\.bru"))
                    .count();
        }
    }
}
