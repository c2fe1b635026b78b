package io.namesake.modelbuilder.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes each hard swish, {@code x clip(x + 3, 0, 6) / 6} (Howard et al., Searching for MobileNetV3, 2019), as operators that ONNX Runtime can evaluate in
 * its blocked layout (NCHWc). PaddlePaddle exports it as an addition, a clip, a product and a division, none of which that layout has with a
 * constant, so the runtime leaves it before each one and goes four times over all numbers: more than half of the time of PP-OCR's recognition.
 *
 * <p>{@code x / 6 + 1/2} becomes a depthwise 1 x 1 convolution, into which the runtime fuses the clip to 0 and 1; the product of two blocked maps is
 * a blocked one. The result differs only by rounding.
 */
final class BlockedHardSwishes {
    private static final String ZERO = "hard_swish_zero";
    private static final String ONE = "hard_swish_one";

    private final Map<String, TensorProto> constants = new HashMap<>();
    private final Map<String, NodeProto> producers = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final GraphProto.Builder graph;
    private final GraphAdditions additions;

    private BlockedHardSwishes(GraphProto source) {
        source.getInitializerList().forEach(constant -> constants.put(constant.getName(), constant));
        for (NodeProto node : source.getNodeList()) {
            node.getOutputList().forEach(output -> producers.put(output, node));
            node.getInputList().forEach(input -> uses.merge(input, 1, Integer::sum));
        }
        graph = source.toBuilder().clearNode();
        additions = new GraphAdditions(graph);
    }

    static ModelProto in(ModelProto model) {
        GraphProto source = model.getGraph();
        BlockedHardSwishes rewrite = new BlockedHardSwishes(source);
        Map<String, HardSwish> found = new HashMap<>();
        Set<String> within = new HashSet<>();
        for (NodeProto node : source.getNodeList()) {
            HardSwish hardSwish = rewrite.endingIn(node);
            if (hardSwish != null) {
                found.put(node.getOutput(0), hardSwish);
                within.addAll(hardSwish.within());
            }
        }
        if (!found.isEmpty()) {
            rewrite.additions.constant(ZERO, new float[] {0});
            rewrite.additions.constant(ONE, new float[] {1});
        }
        for (NodeProto node : source.getNodeList()) {
            HardSwish hardSwish = found.get(node.getOutput(0));
            if (hardSwish != null) {
                rewrite.add(hardSwish, node.getOutput(0));
            } else if (!within.contains(node.getOutput(0))) {
                rewrite.graph.addNode(node);
            }
        }
        return UnusedConstants.dropped(model.toBuilder().setGraph(rewrite.graph).build());
    }

    /**
     * One that was found.
     *
     * @param x what it is of
     * @param channels of it
     * @param within the outputs of its operators but the last, which nothing else reads
     */
    private record HardSwish(String x, int channels, List<String> within) {}

    /** @return null when the node is not the last of the four operators */
    private HardSwish endingIn(NodeProto division) {
        NodeProto product = from(division, 0, "Div", "Mul");
        NodeProto clip = from(product, 1, "Mul", "Clip");
        NodeProto sum = from(clip, 0, "Clip", "Add");
        if (sum == null
                || !sum.getInput(0).equals(product.getInput(0))
                || !isNumber(sum.getInput(1), 3)
                || !isNumber(clip.getInput(1), 0)
                || !isNumber(clip.getInput(2), 6)
                || !isNumber(division.getInput(1), 6)) {
            return null;
        }
        List<String> within = List.of(sum.getOutput(0), clip.getOutput(0), product.getOutput(0));
        Integer channels = channels(producers.get(sum.getInput(0)));
        return channels == null || within.stream().anyMatch(output -> uses.get(output) != 1)
                ? null
                : new HardSwish(sum.getInput(0), channels, within);
    }

    /** What made an input of a node, when the one is of this kind and the other of that. */
    private NodeProto from(NodeProto node, int input, String operator, String before) {
        if (node == null || !node.getOpType().equals(operator) || node.getInputCount() <= input) {
            return null;
        }
        NodeProto producer = producers.get(node.getInput(input));
        return producer != null && producer.getOpType().equals(before) ? producer : null;
    }

    private boolean isNumber(String name, float value) {
        TensorProto constant = constants.get(name);
        return constant != null
                && constant.getDataType() == TensorProto.DataType.FLOAT.getNumber()
                && Arrays.equals(RawNumbers.floats(constant.getRawData()), new float[] {value});
    }

    /** Of the map that a convolution or the normalisation behind it makes. */
    private Integer channels(NodeProto producer) {
        if (producer == null || !Set.of("BatchNormalization", "Conv").contains(producer.getOpType())) {
            return null;
        }
        TensorProto first = constants.get(producer.getInput(1));
        return first == null ? null : Integer.valueOf((int) first.getDims(0));
    }

    private void add(HardSwish hardSwish, String result) {
        int channels = hardSwish.channels();
        String gate = result + "_gate";
        float[] sixth = new float[channels];
        float[] half = new float[channels];
        Arrays.fill(sixth, 1 / 6f);
        Arrays.fill(half, 0.5f);
        additions.constant(gate + "_weights", sixth, channels, 1, 1, 1);
        additions.constant(gate + "_bias", half, channels);
        additions.scale(gate, channels, hardSwish.x(), gate + "_weights", gate + "_bias");
        additions.operator("Clip", gate + "_clipped", gate, ZERO, ONE);
        additions.operator("Mul", result, hardSwish.x(), gate + "_clipped");
    }
}
