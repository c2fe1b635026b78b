package io.namesake.modelbuilder.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Adds channels that are always zero until every layer has a multiple of 16. ONNX Runtime keeps feature maps in blocks of 8 or
 * 16 channels and leaves that layout for a depthwise layer of, say, 103; pruned networks are full of those.
 *
 * <p>An added channel gets zero weights and a zero bias, and whoever reads it weighs it with zero. What lies between keeps it
 * at zero, but for a sigmoid, which is only ever multiplied with a channel that is zero again.
 */
final class WholeBlocks {

    private static final int BLOCK = 16;

    /** Operators that treat each channel alike and by itself. */
    private static final Set<String> CHANNELWISE = Set.of("Relu", "Sigmoid", "GlobalAveragePool", "Add", "Mul");

    private final Map<String, TensorProto> constants = new HashMap<>();
    private final Map<String, TensorProto> padded = new HashMap<>();

    /** Channels of a feature map after padding, where that differs from before. */
    private final Map<String, Integer> channels = new HashMap<>();

    private WholeBlocks(GraphProto graph) {
        graph.getInitializerList().forEach(constant -> constants.put(constant.getName(), constant));
    }

    /** @throws IllegalArgumentException when padded channels would reach an operator that they could disturb */
    static ModelProto in(ModelProto model) {
        GraphProto.Builder graph = model.getGraph().toBuilder();
        WholeBlocks rewrite = new WholeBlocks(model.getGraph());
        graph.getNodeBuilderList().forEach(rewrite::pad);
        graph.clearInitializer();
        model.getGraph()
                .getInitializerList()
                .forEach(constant -> graph.addInitializer(rewrite.padded.getOrDefault(constant.getName(), constant)));
        return model.toBuilder().setGraph(graph).build();
    }

    private void pad(NodeProto.Builder node) {
        if (node.getOpType().equals("Conv")) {
            padConvolution(node);
            return;
        }
        Integer wanted = channels.get(node.getInputCount() == 0 ? "" : node.getInput(0));
        if (wanted == null) {
            return;
        }
        if (node.getOpType().equals("PRelu")) {
            padFirst(node.getInput(1), wanted);
        } else if (!CHANNELWISE.contains(node.getOpType())
                || node.getInputList().stream().anyMatch(input -> !wanted.equals(channels.get(input)))) {
            throw new IllegalArgumentException("Added channels cannot pass " + node.getOpType());
        }
        channels.put(node.getOutput(0), wanted);
    }

    private void padConvolution(NodeProto.Builder node) {
        TensorProto weights = constants.get(node.getInput(1));
        int outputs = (int) weights.getDims(0);
        int inputs = channels.getOrDefault(node.getInput(0), (int) weights.getDims(1));
        AttributeProto.Builder group = node.getAttributeBuilderList().stream()
                .filter(attribute -> attribute.getName().equals("group"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A convolution without a group number"));
        int wanted;
        if (group.getI() == 1) {
            wanted = Math.ceilDiv(outputs, BLOCK) * BLOCK;
            padSecond(node.getInput(1), inputs);
        } else if (group.getI() == outputs && weights.getDims(1) == 1) {
            wanted = channels.getOrDefault(node.getInput(0), outputs);
            group.setI(wanted);
        } else {
            throw new IllegalArgumentException("Added channels cannot pass a grouped convolution");
        }
        padFirst(node.getInput(1), wanted);
        padFirst(node.getInput(2), wanted);
        if (wanted != outputs) {
            channels.put(node.getOutput(0), wanted);
        }
    }

    /** More rows, all zero. */
    private void padFirst(String name, int size) {
        TensorProto constant = padded.getOrDefault(name, constants.get(name));
        float[] values = RawNumbers.floats(constant.getRawData());
        int row = values.length / (int) constant.getDims(0);
        put(constant, 0, size, Arrays.copyOf(values, row * size));
    }

    /** More columns, all zero. */
    private void padSecond(String name, int size) {
        TensorProto constant = padded.getOrDefault(name, constants.get(name));
        float[] values = RawNumbers.floats(constant.getRawData());
        int rows = (int) constant.getDims(0);
        int window = values.length / rows / (int) constant.getDims(1);
        int before = (int) constant.getDims(1) * window;
        float[] wider = new float[rows * size * window];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(values, row * before, wider, row * size * window, before);
        }
        put(constant, 1, size, wider);
    }

    private void put(TensorProto constant, int dimension, int size, float[] values) {
        padded.put(
                constant.getName(),
                constant.toBuilder()
                        .setDims(dimension, size)
                        .setRawData(RawNumbers.of(values))
                        .build());
    }
}
