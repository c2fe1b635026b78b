package io.namesake.modelbuilder.onnx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.namesake.modelbuilder.reference.OnnxRunner;
import io.namesake.modelbuilder.reference.Picture;
import io.namesake.modelbuilder.reference.TensorFlowOperators;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OnnxNetworkTest {

    @Test
    void weights_too_small_to_matter_become_zero_and_the_others_stay() {
        OnnxNetwork network = new OnnxNetwork(
                scaling(new float[] {0.5f, 1e-40f, -9e-16f, 1.1e-15f, -3f, 0f}).build());

        assertThat(weightsOf(network.withoutTinyWeights())).containsExactly(0.5f, 0f, 0f, 1.1e-15f, -3f, 0f);
    }

    @Test
    void a_network_fixed_to_one_picture_takes_several_afterwards() {
        ModelProto fixed = fixedToOnePicture(new float[] {2f, -1f, 0.5f});
        Picture three = Picture.random(new Random(3), 3, 2, 2, 3);

        float[][] result =
                OnnxRunner.run(new OnnxNetwork(fixed).withDynamicBatch().model(), three);

        assertThat(result).hasNumberOfRows(3);
        float[] slope = {2f, -1f, 0.5f};
        for (int n = 0; n < 3; n++) {
            for (int i = 0; i < 12; i++) {
                float expected = three.at(n, i % 4 / 2, i % 2, i / 4) * slope[i / 4];
                assertThat(result[n][i]).isCloseTo(expected, within(1e-6f));
            }
        }
    }

    @Test
    void a_rectifier_for_the_blocked_layout_computes_the_same_for_slopes_below_and_above_one() {
        OnnxGraph graph = new OnnxGraph("test");
        String input = graph.input("input", 4, 3, 3);
        float[] slopes = {0.25f, -0.5f, 8.9f, 1f};
        String rectified = graph.prelu(input, new FloatTensor(slopes, 4));
        OnnxNetwork network = new OnnxNetwork(graph.finish(graph.flatten(rectified), "output", 36));
        Picture pictures = Picture.random(new Random(5), 2, 3, 3, 4);

        OnnxNetwork blocked = network.withBlockedRectifiers();

        assertThat(blocked.model().getGraph().getNodeList())
                .noneMatch(node -> node.getOpType().equals("PRelu"));
        float[][] result = OnnxRunner.run(blocked.model(), pictures);
        Picture expected = TensorFlowOperators.prelu(pictures, slopes);
        for (int n = 0; n < 2; n++) {
            for (int i = 0; i < 36; i++) {
                assertThat(result[n][i]).isCloseTo(expected.at(n, i % 9 / 3, i % 3, i / 9), within(2e-6f));
            }
        }
    }

    @Test
    void a_hard_swish_for_the_blocked_layout_computes_the_same() {
        Random random = new Random(7);
        OnnxNetwork network = new OnnxNetwork(withHardSwish(random, 3));
        Picture pictures = Picture.random(random, 2, 3, 3, 4);

        OnnxNetwork blocked = network.withConstantsAsInitializers().withBlockedHardSwishes();

        assertThat(blocked.model().getGraph().getNodeList())
                .extracting(NodeProto::getOpType)
                .containsExactly("Conv", "Conv", "Clip", "Mul", "Flatten", "Identity");
        assertAlike(network, blocked, pictures, 1e-5f);
    }

    @Test
    void what_only_looks_like_a_hard_swish_stays_as_it_is() {
        OnnxNetwork network = new OnnxNetwork(withHardSwish(new Random(7), 2)).withConstantsAsInitializers();

        assertThat(network.withBlockedHardSwishes().model().getGraph().getNodeList())
                .isEqualTo(network.model().getGraph().getNodeList());
    }

    @Test
    void constants_become_initialisers_with_raw_numbers() {
        OnnxNetwork network = new OnnxNetwork(withHardSwish(new Random(7), 3)).withConstantsAsInitializers();

        assertThat(network.model().getGraph().getNodeList())
                .noneMatch(node -> node.getOpType().equals("Constant"));
        assertThat(network.model().getGraph().getInitializerList())
                .filteredOn(constant -> constant.getName().equals("three"))
                .extracting(constant -> RawNumbers.floats(constant.getRawData()))
                .containsExactly(new float[] {3});
    }

    /** A convolution and behind it x clip(x + added, 0, 6) / 6, with constants as Paddle2ONNX writes them. */
    private static ModelProto withHardSwish(Random random, float added) {
        OnnxGraph graph = new OnnxGraph("test");
        String input = graph.input("input", 4, 3, 3);
        String x = graph.conv(input, tensor(random, 4, 4, 1, 1), tensor(random, 4), 1, 1, Padding.NONE);
        String placeholder = graph.relu(x);
        ModelProto model = graph.finish(graph.flatten(placeholder), "output", 36);
        GraphProto.Builder changed = model.getGraph().toBuilder().clearNode();
        for (NodeProto node : model.getGraph().getNodeList()) {
            if (node.getOpType().equals("Relu")) {
                changed.addNode(number("three", added));
                changed.addNode(number("zero", 0));
                changed.addNode(number("six", 6));
                changed.addNode(operator("Add", "sum", x, "three"));
                changed.addNode(operator("Clip", "clipped", "sum", "zero", "six"));
                changed.addNode(operator("Mul", "product", x, "clipped"));
                changed.addNode(operator("Div", placeholder, "product", "six"));
            } else {
                changed.addNode(node);
            }
        }
        return model.toBuilder().setGraph(changed).build();
    }

    private static NodeProto operator(String type, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(type)
                .addAllInput(List.of(inputs))
                .addOutput(output)
                .build();
    }

    private static NodeProto number(String name, float value) {
        return NodeProto.newBuilder()
                .setOpType("Constant")
                .addOutput(name)
                .addAttribute(AttributeProto.newBuilder()
                        .setName("value")
                        .setType(AttributeProto.AttributeType.TENSOR)
                        .setT(TensorProto.newBuilder()
                                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                                .addFloatData(value)))
                .build();
    }

    @Test
    void layers_padded_to_whole_blocks_compute_the_same() {
        Random random = new Random(9);
        OnnxGraph graph = new OnnxGraph("test");
        String input = graph.input("input", 3, 6, 6);
        String wide =
                graph.conv(input, tensor(random, 21, 3, 3, 3), tensor(random, 21), 1, 1, Padding.same(6, 6, 3, 1));
        String bent = graph.prelu(wide, tensor(random, 21));
        String deep =
                graph.conv(bent, tensor(random, 21, 1, 3, 3), tensor(random, 21), 21, 1, Padding.same(6, 6, 3, 1));
        String sum = graph.sum(graph.relu(deep), bent);
        String last = graph.conv(sum, tensor(random, 32, 21, 1, 1), tensor(random, 32), 1, 2, Padding.NONE);
        OnnxNetwork network = new OnnxNetwork(graph.finish(graph.flatten(last), "output", 32 * 9));
        Picture pictures = Picture.random(random, 2, 6, 6, 3);

        OnnxNetwork padded = network.withWholeBlocks();

        assertThat(padded.model().getGraph().getInitializerList()).noneMatch(constant -> constant.getDims(0) == 21);
        assertAlike(network, padded, pictures, 1e-4f);
    }

    /** @param pictures two */
    private static void assertAlike(OnnxNetwork before, OnnxNetwork after, Picture pictures, float tolerance) {
        float[][] expected = OnnxRunner.run(before.model(), pictures);
        float[][] result = OnnxRunner.run(after.model(), pictures);
        for (int n = 0; n < 2; n++) {
            assertThat(result[n]).containsExactly(expected[n], within(tolerance));
        }
    }

    @Test
    void added_channels_are_not_let_into_an_output() {
        Random random = new Random(9);
        OnnxGraph graph = new OnnxGraph("test");
        String input = graph.input("input", 3, 6, 6);
        String odd = graph.conv(input, tensor(random, 5, 3, 1, 1), tensor(random, 5), 1, 1, Padding.NONE);
        OnnxNetwork network = new OnnxNetwork(graph.finish(graph.flatten(odd), "output", 5 * 36));

        assertThatThrownBy(network::withWholeBlocks)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Added channels cannot pass Flatten");
    }

    @Test
    void the_means_of_feature_maps_and_a_layer_behind_them_become_an_output() {
        Random random = new Random(11);
        OnnxGraph graph = new OnnxGraph("test");
        String input = graph.input("input", 4, 3, 3);
        String bent = graph.relu(input);
        String flat = graph.flatten(bent);
        OnnxNetwork network = new OnnxNetwork(graph.finish(flat, "output", 36));
        Picture pictures = Picture.random(random, 2, 3, 3, 4);

        OnnxNetwork telling = network.withLayerMeans("layers", List.of(bent), flat);

        float[][] before = OnnxRunner.run(network.model(), pictures);
        float[][] layers = OnnxRunner.run(telling.model(), "layers", pictures);
        assertThat(OnnxRunner.run(telling.model(), pictures)).isDeepEqualTo(before);
        for (int n = 0; n < 2; n++) {
            assertThat(layers[n]).hasSize(4 + 36);
            for (int channel = 0; channel < 4; channel++) {
                float sum = 0;
                for (int i = 0; i < 9; i++) {
                    sum += before[n][9 * channel + i];
                }
                assertThat(layers[n][channel]).isCloseTo(sum / 9, within(1e-5f));
            }
            assertThat(Arrays.copyOfRange(layers[n], 4, 40)).containsExactly(before[n]);
        }
    }

    @Test
    void a_layer_that_a_network_does_not_have_cannot_become_an_output() {
        OnnxNetwork network = new OnnxNetwork(scaling(new float[] {1, 2, 3}).build());

        assertThatThrownBy(() -> network.withLayerMeans("layers", List.of("no such"), "nor this"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The network has no layer no such");
    }

    @Test
    void trained_numbers_are_counted_and_shapes_are_not() {
        assertThat(new OnnxNetwork(fixedToOnePicture(new float[] {1, 2, 3})).parameterCount())
                .isEqualTo(3);
    }

    @Test
    void bytes_that_are_no_network_are_refused() {
        assertThatThrownBy(() -> OnnxNetwork.read("no network".getBytes(US_ASCII)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not an ONNX file");
    }

    /** Multiplies each channel by its slope, then flattens by a reshape to [1, -1], as exporters write it. */
    private static ModelProto fixedToOnePicture(float[] slopes) {
        ModelProto.Builder model = scaling(slopes);
        GraphProto.Builder graph = model.getGraphBuilder();
        fixBatch(graph.getInputBuilder(0));
        fixBatch(graph.getOutputBuilder(0));
        graph.addInitializer(TensorProto.newBuilder()
                .setName("shape")
                .addDims(2)
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .setRawData(RawNumbers.of(new long[] {1, -1})));
        graph.getNodeBuilder(1).setOpType("Reshape").clearAttribute().addInput("shape");
        return model.build();
    }

    private static void fixBatch(ValueInfoProto.Builder value) {
        value.getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .getDimBuilder(0)
                .setDimValue(1);
    }

    /** Multiplies each channel by its weight: a PRelu with another operator's name. */
    private static ModelProto.Builder scaling(float[] weights) {
        OnnxGraph graph = new OnnxGraph("test");
        String input = graph.input("input", weights.length, 2, 2);
        String scaled = graph.prelu(input, new FloatTensor(weights, weights.length));
        ModelProto.Builder model = graph.finish(graph.flatten(scaled), "output", 4 * weights.length).toBuilder();
        model.getGraphBuilder().getNodeBuilder(0).setOpType("Mul");
        return model;
    }

    private static float[] weightsOf(OnnxNetwork network) {
        TensorProto weights = network.model().getGraph().getInitializer(0);
        return RawNumbers.floats(weights.getRawData());
    }

    private static FloatTensor tensor(Random random, int... shape) {
        int size = 1;
        for (int side : shape) {
            size *= side;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new FloatTensor(values, shape);
    }
}
