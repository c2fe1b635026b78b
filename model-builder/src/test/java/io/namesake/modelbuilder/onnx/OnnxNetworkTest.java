package io.namesake.modelbuilder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import io.namesake.modelbuilder.reference.OnnxRunner;
import io.namesake.modelbuilder.reference.Picture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
    void trained_numbers_are_counted_and_shapes_are_not() {
        assertThat(new OnnxNetwork(fixedToOnePicture(new float[] {1, 2, 3})).parameterCount())
                .isEqualTo(3);
    }

    @Test
    void bytes_that_are_no_network_are_refused() {
        assertThatThrownBy(() -> OnnxNetwork.read("no network".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not an ONNX file");
    }

    /** Multiplies each channel by its slope, then flattens by a reshape to [1, -1], as exporters write it. */
    private static ModelProto fixedToOnePicture(float[] slopes) {
        ModelProto.Builder model = scaling(slopes);
        GraphProto.Builder graph = model.getGraphBuilder();
        for (var value :
                new ai.onnx.proto.OnnxMl.ValueInfoProto.Builder[] {graph.getInputBuilder(0), graph.getOutputBuilder(0)
                }) {
            value.getTypeBuilder()
                    .getTensorTypeBuilder()
                    .getShapeBuilder()
                    .getDimBuilder(0)
                    .setDimValue(1);
        }
        ByteBuffer shape = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        shape.putLong(0, 1).putLong(8, -1);
        graph.addInitializer(TensorProto.newBuilder()
                .setName("shape")
                .addDims(2)
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .setRawData(ByteString.copyFrom(shape.array())));
        graph.getNodeBuilder(1).setOpType("Reshape").clearAttribute().addInput("shape");
        return model.build();
    }

    private static ModelProto.Builder scaling(float[] weights) {
        OnnxGraph graph = new OnnxGraph("test");
        String input = graph.input("input", weights.length, 2, 2);
        String scaled = graph.prelu(input, new FloatTensor(weights, weights.length));
        ModelProto.Builder model = graph.finish(graph.flatten(scaled), "output", 4 * weights.length).toBuilder();
        NodeProto.Builder prelu = model.getGraphBuilder().getNodeBuilder(0);
        prelu.setOpType("Mul");
        return model;
    }

    private static float[] weightsOf(OnnxNetwork network) {
        TensorProto weights = network.model().getGraph().getInitializer(0);
        float[] values = new float[weights.getRawData().size() / Float.BYTES];
        weights.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }
}
