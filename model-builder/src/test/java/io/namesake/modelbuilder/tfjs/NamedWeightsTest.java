package io.namesake.modelbuilder.tfjs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NamedWeightsTest {

    private static final byte[] MANIFEST = """
            [{"weights": [
              {"name": "plain", "shape": [2], "dtype": "float32"},
              {"name": "small", "shape": [3, 1], "dtype": "float32",
               "quantization": {"dtype": "uint8", "scale": 0.5, "min": -10}}
            ]}]""".getBytes(UTF_8);

    private static final byte[] CONTENT = ByteBuffer.allocate(11)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putFloat(1.25f)
            .putFloat(-3f)
            .put(new byte[] {0, 1, (byte) 255})
            .array();

    @Test
    void plain_and_quantised_numbers_are_read_from_one_file() {
        NamedWeights weights = NamedWeights.read(MANIFEST, CONTENT);

        assertThat(weights.get("plain").values()).containsExactly(1.25f, -3f);
        assertThat(weights.get("small").values()).containsExactly(-10f, -9.5f, 117.5f);
        assertThat(weights.get("small").shape()).containsExactly(3, 1);
    }

    @Test
    void a_file_that_ends_too_early_is_refused() {
        assertThatThrownBy(() -> NamedWeights.read(MANIFEST, Arrays.copyOf(CONTENT, 10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The weights file ends within small");
    }

    @Test
    void a_file_with_more_than_the_manifest_says_is_refused() {
        assertThatThrownBy(() -> NamedWeights.read(MANIFEST, Arrays.copyOf(CONTENT, 12)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The weights manifest leaves 1 bytes undescribed");
    }

    @Test
    void another_kind_of_number_is_refused() {
        byte[] manifest = new String(MANIFEST, UTF_8).replace("uint8", "uint16").getBytes(UTF_8);

        assertThatThrownBy(() -> NamedWeights.read(manifest, CONTENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("small is stored as uint16");
    }
}
