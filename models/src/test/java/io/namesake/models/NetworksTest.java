package io.namesake.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class NetworksTest {

    @ParameterizedTest
    @MethodSource("io.namesake.models.Resources#networks")
    void every_network_has_the_hash_that_the_descriptor_gives(JsonNode network) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(Resources.read(network.get("file").asString()));

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo(network.get("sha256").asString());
    }

    @ParameterizedTest
    @MethodSource("io.namesake.models.Resources#networks")
    void every_network_gives_in_a_batch_of_two_what_it_gives_one_by_one(JsonNode network) {
        int size = size(network);
        float[] both = randomInput(network, 2);

        Map<String, float[]> together = run(network, both, 2);
        Map<String, float[]> first = run(network, Arrays.copyOf(both, size), 1);
        Map<String, float[]> second = run(network, Arrays.copyOfRange(both, size, 2 * size), 1);

        assertThat(together.keySet())
                .containsExactlyInAnyOrderElementsOf(network.get("outputs").values().stream()
                        .map(JsonNode::asString)
                        .toList());
        together.forEach((name, numbers) -> {
            int half = numbers.length / 2;
            assertThat(Arrays.copyOf(numbers, half)).containsExactly(first.get(name), within(1e-3f));
            assertThat(Arrays.copyOfRange(numbers, half, 2 * half)).containsExactly(second.get(name), within(1e-3f));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr_detect", "fr_landmark", "fr_feature", "fr_liveness", "fr_eye"})
    void repairs_for_speed_do_not_change_what_a_network_computes(String id) throws IOException {
        JsonNode network = network(id);
        byte[] original =
                Files.readAllBytes(Path.of("node_modules/faceplugin-face-recognition-js/model/" + id + ".onnx"));
        float[] input = randomInput(network, 1);

        Map<String, float[]> expected = Runtime.run(original, "input", input, shape(network, 1));

        Map<String, float[]> repaired = run(network, input, 1);
        expected.forEach((name, numbers) -> assertThat(repaired.get(name)).containsExactly(numbers, within(1e-3f)));
    }

    /** The numbers are what face-api 1.7.15 itself computes (its ESM build, tfjs CPU backend, in Node) for this picture. */
    @Test
    void dlib_s_network_gives_the_numbers_of_the_package_that_it_was_taken_from() {
        float[] picture = new float[3 * 150 * 150];
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < 150; y++) {
                for (int x = 0; x < 150; x++) {
                    picture[(c * 150 + y) * 150 + x] = (x * 7 + y * 13 + c * 29 + (x * y >> 4)) % 256;
                }
            }
        }

        float[] embedding = run(network("dlib_resnet"), picture, 1).get("output");

        assertThat(Arrays.copyOf(embedding, 8))
                .containsExactly(
                        new float[] {
                            -0.04950074851512909f,
                            0.12356074899435043f,
                            0.07615599036216736f,
                            -0.0009871040238067508f,
                            -0.06666881591081619f,
                            -0.040210794657468796f,
                            -0.08935855329036713f,
                            0.010569369420409203f
                        },
                        within(1e-5f));
    }

    @ParameterizedTest
    @MethodSource("io.namesake.models.Resources#networks")
    void every_network_has_its_section_in_the_model_card(JsonNode network) {
        List<String> headings = new String(Resources.read("MODEL-CARD.md"), UTF_8)
                .lines()
                .filter(line -> line.startsWith("## "))
                .toList();

        assertThat(headings).anyMatch(line -> line.contains(network.get("id").asString()));
    }

    private static Map<String, float[]> run(JsonNode network, float[] input, int batch) {
        return Runtime.run(
                Resources.read(network.get("file").asString()),
                network.get("input").get("name").asString(),
                input,
                shape(network, batch));
    }

    private static JsonNode network(String id) {
        return Resources.networks().stream()
                .filter(network -> network.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Bytes of a picture, normalised as the descriptor says. */
    private static float[] randomInput(JsonNode network, int batch) {
        Random random = new Random(1);
        JsonNode input = network.get("input");
        float mean = (float) input.get("mean").get(0).asDouble();
        float scale = (float) input.get("scale").get(0).asDouble();
        float[] values = new float[batch * size(network)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (random.nextInt(256) - mean) / scale;
        }
        return values;
    }

    private static int size(JsonNode network) {
        return (int) Arrays.stream(shape(network, 1)).reduce(1, (a, b) -> a * b);
    }

    private static long[] shape(JsonNode network, int batch) {
        JsonNode input = network.get("input");
        int channels = input.get("channels").asString().equals("GREY") ? 1 : 3;
        return new long[] {
            batch, channels, input.get("height").asInt(), input.get("width").asInt()
        };
    }
}
