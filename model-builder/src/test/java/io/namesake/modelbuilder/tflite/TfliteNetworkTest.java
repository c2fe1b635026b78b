package io.namesake.modelbuilder.tflite;

import static io.namesake.modelbuilder.reference.TensorFlowOperators.conv;
import static io.namesake.modelbuilder.reference.TensorFlowOperators.depthwise;
import static io.namesake.modelbuilder.reference.TensorFlowOperators.prelu;
import static io.namesake.modelbuilder.reference.TensorFlowOperators.relu;
import static io.namesake.modelbuilder.reference.TensorFlowOperators.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.namesake.modelbuilder.reference.OnnxRunner;
import io.namesake.modelbuilder.reference.Picture;
import io.namesake.modelbuilder.reference.TensorFlowOperators.Weights;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TfliteNetworkTest {

    private final Random random = new Random(7);
    private final TfliteFile file = new TfliteFile();

    @ParameterizedTest
    @CsvSource({
        "8, 3, 1, true",
        "8, 3, 2, true",
        "7, 3, 2, true",
        "9, 5, 2, true",
        "7, 3, 1, false",
        "8, 3, 2, false",
        "6, 1, 1, true"
    })
    void a_convolution_equals_tensorflow_s_for_every_padding_and_stride(
            int side, int window, int stride, boolean same) {
        Picture input = Picture.random(random, 2, side, side, 3);
        float[] weights = numbers(4 * window * window * 3);
        float[] bias = numbers(4);
        Picture convolved = conv(input, ohwi(weights, window, 3), bias, window, stride, same, 4);

        int in = file.tensor(1, side, side, 3);
        int mid = file.tensor(1, convolved.height(), convolved.width(), 4);
        file.operator(
                3,
                TfliteFile.CONV_OPTIONS,
                TfliteFile.window(same, stride, 0, false),
                mid,
                in,
                file.constant(weights, 4, window, window, 3),
                file.constant(bias, 4));

        assertSameVector(input, in, convolved, mid);
    }

    @ParameterizedTest
    @CsvSource({"8, 3, 1, true", "8, 3, 2, true", "7, 3, 2, true", "7, 7, 1, false"})
    void a_depthwise_convolution_equals_tensorflow_s(int side, int window, int stride, boolean same) {
        Picture input = Picture.random(random, 2, side, side, 5);
        float[] weights = numbers(window * window * 5);
        float[] bias = numbers(5);
        Weights own = (row, column, ignored, channel) -> weights[(row * window + column) * 5 + channel];
        Picture convolved = depthwise(input, own, bias, window, stride, same);

        int in = file.tensor(1, side, side, 5);
        int mid = file.tensor(1, convolved.height(), convolved.width(), 5);
        file.operator(
                4,
                TfliteFile.DEPTHWISE_OPTIONS,
                TfliteFile.window(same, stride, 0, true),
                mid,
                in,
                file.constant(weights, 1, window, window, 5),
                file.constant(bias, 5));

        assertSameVector(input, in, convolved, mid);
    }

    @Test
    void a_rectifier_written_as_five_operators_becomes_one_with_the_same_slopes() {
        Picture input = Picture.random(random, 2, 6, 6, 4);
        float[] slopes = numbers(4);
        float[] halves = new float[4];
        for (int i = 0; i < 4; i++) {
            halves[i] = slopes[i] / 2;
        }
        int in = file.tensor(1, 6, 6, 4);
        int positive = file.tensor(1, 6, 6, 4);
        int magnitude = file.tensor(1, 6, 6, 4);
        int negative = file.tensor(1, 6, 6, 4);
        int sloped = file.tensor(1, 6, 6, 4);
        int out = file.tensor(1, 6, 6, 4);
        file.operator(19, TfliteFile.NONE, null, positive, in);
        file.operator(101, TfliteFile.NONE, null, magnitude, in);
        file.operator(41, TfliteFile.SUB_OPTIONS, TfliteFile.plain(), negative, in, magnitude);
        file.operator(18, TfliteFile.MUL_OPTIONS, TfliteFile.plain(), sloped, file.constant(halves, 4), negative);
        file.operator(0, TfliteFile.ADD_OPTIONS, TfliteFile.plain(), out, positive, sloped);

        assertSameVector(input, in, prelu(input, slopes), out);
    }

    @Test
    void a_sum_of_a_rectified_and_a_plain_branch_is_not_mistaken_for_a_rectifier_with_slopes() {
        Picture input = Picture.random(random, 1, 5, 5, 2);
        int in = file.tensor(1, 5, 5, 2);
        int positive = file.tensor(1, 5, 5, 2);
        int out = file.tensor(1, 5, 5, 2);
        file.operator(19, TfliteFile.NONE, null, positive, in);
        file.operator(0, TfliteFile.ADD_OPTIONS, TfliteFile.plain(), out, positive, in);

        assertSameVector(input, in, sum(relu(input), input), out);
    }

    @Test
    void the_same_file_gives_the_same_bytes() {
        int in = file.tensor(1, 4, 4, 2);
        int mid = file.tensor(1, 4, 4, 2);
        file.operator(19, TfliteFile.NONE, null, mid, in);
        byte[] network = withVectorOutput(in, mid, 4, 4, 2);

        assertThat(TfliteNetwork.convert(network, "n").toByteArray())
                .isEqualTo(TfliteNetwork.convert(network, "n").toByteArray());
    }

    @Test
    void an_operator_that_is_not_known_is_refused() {
        int in = file.tensor(1, 4, 4, 2);
        int mid = file.tensor(1, 4, 4, 2);
        file.operator(14, TfliteFile.NONE, null, mid, in);
        byte[] network = withVectorOutput(in, mid, 4, 4, 2);

        assertThatThrownBy(() -> TfliteNetwork.convert(network, "n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Operator 14 is not converted");
    }

    @Test
    void a_fused_activation_is_refused_rather_than_forgotten() {
        int in = file.tensor(1, 4, 4, 2);
        int mid = file.tensor(1, 4, 4, 2);
        file.operator(
                3,
                TfliteFile.CONV_OPTIONS,
                TfliteFile.window(true, 1, 1, false),
                mid,
                in,
                file.constant(numbers(4), 2, 1, 1, 2),
                file.constant(numbers(2), 2));
        byte[] network = withVectorOutput(in, mid, 4, 4, 2);

        assertThatThrownBy(() -> TfliteNetwork.convert(network, "n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Fused activations are not converted");
    }

    /** Compares through one more window over the whole map, with random weights: a number in a wrong place is noticed. */
    private void assertSameVector(Picture input, int in, Picture expectedMap, int map) {
        int height = expectedMap.height();
        int width = expectedMap.width();
        int channels = expectedMap.channels();
        float[] weights = numbers(6 * height * width * channels);
        float[] bias = numbers(6);
        Picture vector = conv(expectedMap, ohwi(weights, height, channels), bias, height, 1, false, 6);
        int last = file.tensor(1, 1, 1, 6);
        int out = file.tensor(1, 6);
        file.operator(
                3,
                TfliteFile.CONV_OPTIONS,
                TfliteFile.window(false, 1, 0, false),
                last,
                map,
                file.constant(weights, 6, height, width, channels),
                file.constant(bias, 6));
        file.operator(22, TfliteFile.RESHAPE_OPTIONS, TfliteFile.plain(), out, last);

        float[][] result = OnnxRunner.run(TfliteNetwork.convert(file.finish(in, out), "test"), input);

        for (int n = 0; n < input.batch(); n++) {
            for (int i = 0; i < 6; i++) {
                assertThat(result[n][i]).isCloseTo(vector.at(n, 0, 0, i), within(1e-4f));
            }
        }
    }

    private byte[] withVectorOutput(int in, int map, int height, int width, int channels) {
        int last = file.tensor(1, 1, 1, 3);
        int out = file.tensor(1, 3);
        file.operator(
                3,
                TfliteFile.CONV_OPTIONS,
                TfliteFile.window(false, 1, 0, false),
                last,
                map,
                file.constant(numbers(3 * height * width * channels), 3, height, width, channels),
                file.constant(numbers(3), 3));
        file.operator(22, TfliteFile.RESHAPE_OPTIONS, TfliteFile.plain(), out, last);
        return file.finish(in, out);
    }

    private static Weights ohwi(float[] values, int window, int inputs) {
        return (row, column, in, out) -> values[((out * window + row) * window + column) * inputs + in];
    }

    private float[] numbers(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
