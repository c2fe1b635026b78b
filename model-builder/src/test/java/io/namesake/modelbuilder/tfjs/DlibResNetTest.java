package io.namesake.modelbuilder.tfjs;

import static io.namesake.modelbuilder.reference.TensorFlowOperators.averagePool;
import static io.namesake.modelbuilder.reference.TensorFlowOperators.conv;
import static io.namesake.modelbuilder.reference.TensorFlowOperators.grownTo;
import static io.namesake.modelbuilder.reference.TensorFlowOperators.maxPool;
import static io.namesake.modelbuilder.reference.TensorFlowOperators.relu;
import static io.namesake.modelbuilder.reference.TensorFlowOperators.scale;
import static io.namesake.modelbuilder.reference.TensorFlowOperators.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.namesake.modelbuilder.onnx.FloatTensor;
import io.namesake.modelbuilder.reference.OnnxRunner;
import io.namesake.modelbuilder.reference.Picture;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against the network as face-api's TypeScript computes it, written out again, on random weights. */
class DlibResNetTest {

    private final Random random = new Random(11);
    private final Map<String, FloatTensor> weights = randomWeights();

    @Test
    void the_converted_network_equals_the_published_architecture() {
        Picture faces = Picture.random(random, 2, 150, 150, 3);
        for (int i = 0; i < faces.values().length; i++) {
            faces.values()[i] = 128 + 50 * faces.values()[i];
        }
        float[][] expected = reference(faces);

        float[][] result = OnnxRunner.run(DlibResNet.convert(new NamedWeights(weights)), faces);

        for (int n = 0; n < 2; n++) {
            assertThat(result[n]).containsExactly(expected[n], within(largest(expected[n]) * 1e-4f));
        }
    }

    @Test
    void the_same_weights_give_the_same_bytes() {
        assertThat(DlibResNet.convert(new NamedWeights(weights)).toByteArray())
                .isEqualTo(DlibResNet.convert(new NamedWeights(weights)).toByteArray());
    }

    @Test
    void missing_weights_are_named() {
        weights.remove("conv64_2/conv1/scale/biases");

        assertThatThrownBy(() -> DlibResNet.convert(new NamedWeights(weights)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("conv64_2/conv1/scale/biases");
    }

    private float[][] reference(Picture faces) {
        Picture normal = scale(
                faces, new float[] {1 / 255f, 1 / 255f, 1 / 255f}, new float[] {-0.48149803f, -0.45882744f, -0.4090118f
                });
        Picture out = maxPool(relu(layer(normal, "conv32_down", 2, false)), 3, 2);
        for (String block : new String[] {"conv32_1", "conv32_2", "conv32_3"}) {
            out = residual(out, block);
        }
        out = residualDown(out, "conv64_down");
        for (String block : new String[] {"conv64_1", "conv64_2", "conv64_3"}) {
            out = residual(out, block);
        }
        out = residualDown(out, "conv128_down");
        for (String block : new String[] {"conv128_1", "conv128_2"}) {
            out = residual(out, block);
        }
        out = residualDown(out, "conv256_down");
        for (String block : new String[] {"conv256_1", "conv256_2"}) {
            out = residual(out, block);
        }
        return fullyConnected(residualDown(out, "conv256_down_out"));
    }

    private Picture residual(Picture x, String block) {
        Picture inner = relu(layer(x, block + "/conv1", 1, true));
        return relu(sum(layer(inner, block + "/conv2", 1, true), x));
    }

    private Picture residualDown(Picture x, String block) {
        Picture inner = relu(layer(x, block + "/conv1", 2, false));
        Picture out = layer(inner, block + "/conv2", 1, true);
        Picture pooled = averagePool(x, 2, 2);
        out = grownTo(out, pooled.height(), pooled.width(), out.channels());
        return relu(sum(grownTo(pooled, pooled.height(), pooled.width(), out.channels()), out));
    }

    private Picture layer(Picture x, String name, int stride, boolean same) {
        FloatTensor filters = weights.get(name + "/conv/filters");
        int window = filters.shape()[0];
        int inputs = filters.shape()[2];
        int outputs = filters.shape()[3];
        Picture convolved = conv(
                x,
                (row, column, in, out) -> filters.values()[((row * window + column) * inputs + in) * outputs + out],
                numbers(name + "/conv/bias"),
                window,
                stride,
                same,
                outputs);
        return scale(convolved, numbers(name + "/scale/weights"), numbers(name + "/scale/biases"));
    }

    private float[][] fullyConnected(Picture map) {
        float[][] vectors = new float[map.batch()][128];
        for (int n = 0; n < map.batch(); n++) {
            for (int c = 0; c < 256; c++) {
                float mean = 0;
                for (int i = 0; i < map.height() * map.width(); i++) {
                    mean += map.at(n, i / map.width(), i % map.width(), c) / (map.height() * map.width());
                }
                for (int out = 0; out < 128; out++) {
                    vectors[n][out] += mean * numbers("fc")[c * 128 + out];
                }
            }
        }
        return vectors;
    }

    private float[] numbers(String name) {
        return weights.get(name).values();
    }

    private Map<String, FloatTensor> randomWeights() {
        Map<String, FloatTensor> tensors = new HashMap<>();
        addLayer(tensors, "conv32_down", 7, 3, 32);
        int inputs = 32;
        for (String block : new String[] {
            "conv32_1",
            "conv32_2",
            "conv32_3",
            "conv64_down",
            "conv64_1",
            "conv64_2",
            "conv64_3",
            "conv128_down",
            "conv128_1",
            "conv128_2",
            "conv256_down",
            "conv256_1",
            "conv256_2",
            "conv256_down_out"
        }) {
            int outputs = Integer.parseInt(block.substring(4, block.indexOf('_')));
            addLayer(tensors, block + "/conv1", 3, inputs, outputs);
            addLayer(tensors, block + "/conv2", 3, outputs, outputs);
            inputs = outputs;
        }
        tensors.put("fc", tensor(0, 1 / 16f, 256, 128));
        return tensors;
    }

    private void addLayer(Map<String, FloatTensor> tensors, String name, int window, int inputs, int outputs) {
        float spread = (float) Math.sqrt(1.0 / (window * window * inputs));
        tensors.put(name + "/conv/filters", tensor(0, spread, window, window, inputs, outputs));
        tensors.put(name + "/conv/bias", tensor(0, 0.1f, outputs));
        tensors.put(name + "/scale/weights", tensor(1, 0.2f, outputs));
        tensors.put(name + "/scale/biases", tensor(0, 0.2f, outputs));
    }

    private FloatTensor tensor(float mean, float deviation, int... shape) {
        int size = 1;
        for (int side : shape) {
            size *= side;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = mean + deviation * (float) random.nextGaussian();
        }
        return new FloatTensor(values, shape);
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
