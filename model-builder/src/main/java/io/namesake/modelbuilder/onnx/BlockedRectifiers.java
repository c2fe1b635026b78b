package io.namesake.modelbuilder.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes each PRelu as operators that ONNX Runtime can evaluate in its blocked layout (NCHWc). It has no blocked PRelu, so
 * it would leave that layout before each one and enter it again behind, 33 times in a MobileFaceNet: half of the whole time.
 *
 * <p>PRelu with slope a is {@code x + (1 - a) relu(-x)}, for any a. Both factors become depthwise 1 x 1 convolutions; the
 * runtime fuses the relu into the first and the sum into the second. The result differs only by rounding.
 */
final class BlockedRectifiers {

    private final Map<String, TensorProto> constants;
    private final GraphProto.Builder graph;

    private BlockedRectifiers(GraphProto source) {
        constants = source.getInitializerList().stream()
                .collect(Collectors.toMap(TensorProto::getName, Function.identity()));
        graph = source.toBuilder().clearNode();
    }

    static ModelProto in(ModelProto model) {
        BlockedRectifiers rewrite = new BlockedRectifiers(model.getGraph());
        for (NodeProto node : model.getGraph().getNodeList()) {
            if (node.getOpType().equals("PRelu")) {
                rewrite.replace(node);
            } else {
                rewrite.graph.addNode(node);
            }
        }
        return UnusedConstants.dropped(model.toBuilder().setGraph(rewrite.graph).build());
    }

    private void replace(NodeProto prelu) {
        String x = prelu.getInput(0);
        String result = prelu.getOutput(0);
        TensorProto slope = constants.get(prelu.getInput(1));
        if (slope == null) {
            throw new IllegalArgumentException("A PRelu with computed slopes cannot be rewritten");
        }
        float[] slopes = RawNumbers.floats(slope.getRawData());
        float[] minusOne = new float[slopes.length];
        float[] complement = new float[slopes.length];
        for (int channel = 0; channel < slopes.length; channel++) {
            minusOne[channel] = -1;
            complement[channel] = 1 - slopes[channel];
        }
        scale(x, result + "_negated", minusOne);
        graph.addNode(node("Relu", result + "_relu").addInput(result + "_negated"));
        scale(result + "_relu", result + "_scaled", complement);
        graph.addNode(node("Add", result).addInput(result + "_scaled").addInput(x));
    }

    /** A depthwise 1 x 1 convolution multiplies each channel by its own number. */
    private void scale(String input, String output, float[] factors) {
        graph.addInitializer(TensorProto.newBuilder()
                .setName(output + "_factors")
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addDims(factors.length)
                .addDims(1)
                .addDims(1)
                .addDims(1)
                .setRawData(RawNumbers.of(factors)));
        graph.addNode(node("Conv", output)
                .addInput(input)
                .addInput(output + "_factors")
                .addAttribute(AttributeProto.newBuilder()
                        .setName("group")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(factors.length))
                .addAttribute(AttributeProto.newBuilder()
                        .setName("kernel_shape")
                        .setType(AttributeProto.AttributeType.INTS)
                        .addInts(1)
                        .addInts(1)));
    }

    private static NodeProto.Builder node(String operator, String output) {
        return NodeProto.newBuilder().setOpType(operator).setName(output).addOutput(output);
    }
}
