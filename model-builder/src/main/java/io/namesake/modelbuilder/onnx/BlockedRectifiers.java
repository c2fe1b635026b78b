package io.namesake.modelbuilder.onnx;

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
    private final GraphAdditions additions;

    private BlockedRectifiers(GraphProto source) {
        constants = source.getInitializerList().stream()
                .collect(Collectors.toMap(TensorProto::getName, Function.identity()));
        graph = source.toBuilder().clearNode();
        additions = new GraphAdditions(graph);
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
        additions.operator("Relu", result + "_relu", result + "_negated");
        scale(result + "_relu", result + "_scaled", complement);
        additions.operator("Add", result, result + "_scaled", x);
    }

    private void scale(String input, String output, float[] factors) {
        additions.constant(output + "_factors", factors, factors.length, 1, 1, 1);
        additions.scale(output, factors.length, input, output + "_factors");
    }
}
