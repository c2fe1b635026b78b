package io.namesake.exposure.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Holds all that a class's tests asked and were answered under {@code /camara/} against our own description of the API, and where the
 * property {@code namesake.camara.definitions} names a folder with CAMARA's files, against those, too. {@code scripts/camara-check}
 * does the latter and makes a table of what is counted then.
 */
public final class ByDefinition implements BeforeAllCallback, AfterAllCallback {
    private static final Path OURS = Path.of("..", "docs", "api", "openapi.json");
    private static final Path COUNTS = Path.of("target", "camara-check.tsv");
    /** {@code '{apiRoot}/kyc-match/v0.4'}. */
    private static final Pattern SERVER = Pattern.compile("\\{apiRoot}(/.+)");

    /** The releases that we say we follow, by what stands before their paths. */
    private static final Map<String, String> RELEASES = Map.of(
            "/kyc-match/v0.4", "0.4.0",
            "/kyc-fill-in/v0.4", "0.4.1",
            "/kyc-age-verification/v0.2", "0.2.1",
            "/kyc-tenure/v0.2", "0.2.0",
            "/sim-swap/v2", "2.1.0",
            "/number-verification/v2", "2.1.0");

    private static final class Counts {
        private String release = "";
        private int asked;
        private int answered;
        private int refused;
        private int faults;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Recorder.begin();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var faults = new ArrayList<String>();
        var exchanges = Recorder.take();
        assertThat(exchanges).as("something was asked at all").isNotEmpty();
        var ours = new Definition(read(OURS, JsonMapper.shared()), "urn:ours", Dialects.getOpenApi31(), "");
        for (var exchange : exchanges) {
            ours.faults(exchange).forEach(fault -> faults.add("ours: " + named(exchange) + " " + fault));
        }
        Optional.ofNullable(System.getProperty("namesake.camara.definitions"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> camaras(Path.of(folder), faults))
                .ifPresent(definitions -> compare(exchanges, definitions, faults));
        assertThat(faults).isEmpty();
    }

    private static void compare(List<Exchange> exchanges, List<Definition> definitions, List<String> faults) {
        var counted = new TreeMap<String, Counts>();
        for (var exchange : exchanges) {
            var definition = definitions.stream()
                    .filter(one -> one.operations().contains(named(exchange)))
                    .findFirst();
            if (definition.isEmpty()) {
                faults.add("CAMARA: no definition of " + named(exchange));
                continue;
            }
            var found = definition.get().faults(exchange);
            found.forEach(fault -> faults.add("CAMARA: " + named(exchange) + " " + fault));
            var counts = counted.computeIfAbsent(named(exchange), _ -> new Counts());
            counts.release = definition.get().version();
            counts.asked++;
            counts.faults += found.size();
            if (exchange.status() < 300) {
                counts.answered++;
            } else {
                counts.refused++;
            }
        }
        write(counted);
    }

    private static List<Definition> camaras(Path folder, List<String> faults) {
        var definitions = new ArrayList<Definition>();
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                var document = read(file, YAMLMapper.shared());
                var server = SERVER.matcher(document.at("/servers/0/url").asString(""));
                if (server.matches() && RELEASES.containsKey(server.group(1))) {
                    var definition = new Definition(
                            document,
                            "urn:camara" + server.group(1).replace('/', ':'),
                            Dialects.getOpenApi30(),
                            "/camara" + server.group(1));
                    if (RELEASES.get(server.group(1)).equals(definition.version())) {
                        definitions.add(definition);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (definitions.size() != RELEASES.size()) {
            faults.add("CAMARA: of the releases " + RELEASES + " only " + definitions.size() + " are in that folder");
        }
        return definitions;
    }

    private static JsonNode read(Path file, tools.jackson.databind.ObjectMapper mapper) {
        try {
            return mapper.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String named(Exchange exchange) {
        return exchange.method() + " " + exchange.path();
    }

    /** Adds to what other classes, and other processes, have written. */
    private static void write(Map<String, Counts> counted) {
        var rows = counted.entrySet().stream()
                .map(row -> "%s\t%s\t%d\t%d\t%d\t%d\n"
                        .formatted(
                                row.getKey(),
                                row.getValue().release,
                                row.getValue().asked,
                                row.getValue().answered,
                                row.getValue().refused,
                                row.getValue().faults))
                .collect(Collectors.joining());
        try {
            Files.writeString(COUNTS, rows, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
