package io.namesake.modelbuilder.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A network that is ONNX already and needs only repairs. Immutable: each repair returns a new one.
 *
 * @param model the ONNX message (ONNX IR specification)
 */
public record OnnxNetwork(ModelProto model) {

    /** The name that every graph of ours gives to its first dimension. */
    public static final String BATCH = "batch";

    /** Below this a weight cannot change a float32 result, but as a denormal number slows the processor down many times. */
    static final float TINY = 1e-15f;

    /**
     * @param content an ONNX file
     * @throws IllegalArgumentException when it is not one
     */
    public static OnnxNetwork read(byte[] content) {
        try {
            return new OnnxNetwork(ModelProto.parseFrom(content));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("Not an ONNX file", e);
        }
    }

    /** Sets every float weight with |w| &lt; 1e-15 to zero; training leaves many such weights in channels that died. */
    public OnnxNetwork withoutTinyWeights() {
        GraphProto.Builder graph = model.getGraph().toBuilder();
        for (TensorProto.Builder tensor : graph.getInitializerBuilderList()) {
            if (tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber()) {
                tensor.setRawData(withoutTinyWeights(tensor.getRawData()));
            }
        }
        return new OnnxNetwork(model.toBuilder().setGraph(graph).build());
    }

    private static ByteString withoutTinyWeights(ByteString raw) {
        float[] weights = RawNumbers.floats(raw);
        for (int i = 0; i < weights.length; i++) {
            if (Math.abs(weights[i]) < TINY) {
                weights[i] = 0;
            }
        }
        return RawNumbers.of(weights);
    }

    /**
     * Lets the first dimension of every input and output be any number, so that a picture and its mirror image run as one
     * batch. The exporters fixed it to 1, in the declarations and in the target shape of a reshape to {@code [1, -1]}.
     */
    public OnnxNetwork withDynamicBatch() {
        GraphProto.Builder graph = model.getGraph().toBuilder();
        graph.getInputBuilderList().forEach(OnnxNetwork::freeBatch);
        graph.getOutputBuilderList().forEach(OnnxNetwork::freeBatch);
        Set<String> reshapeTargets = graph.getNodeList().stream()
                .filter(node -> node.getOpType().equals("Reshape"))
                .map(node -> node.getInput(1))
                .collect(Collectors.toSet());
        for (TensorProto.Builder tensor : graph.getInitializerBuilderList()) {
            if (reshapeTargets.contains(tensor.getName())) {
                tensor.setRawData(keepFirstDimension(tensor.getRawData()));
            }
        }
        return new OnnxNetwork(model.toBuilder().setGraph(graph).build());
    }

    private static void freeBatch(ValueInfoProto.Builder value) {
        value.getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .getDimBuilder(0)
                .setDimParam(BATCH);
    }

    /** In Reshape, 0 means: as in the input. */
    private static ByteString keepFirstDimension(ByteString shape) {
        long[] dimensions = RawNumbers.longs(shape);
        if (dimensions[0] == 1) {
            dimensions[0] = 0;
        }
        return RawNumbers.of(dimensions);
    }

    /** The same function with every PRelu written so that ONNX Runtime evaluates it about twice as fast. */
    public OnnxNetwork withBlockedRectifiers() {
        return new OnnxNetwork(BlockedRectifiers.in(model));
    }

    /** The same function with every hard swish written so that ONNX Runtime evaluates it in its blocked layout. Its constants must be initialisers. */
    public OnnxNetwork withBlockedHardSwishes() {
        return new OnnxNetwork(BlockedHardSwishes.in(model));
    }

    /**
     * The same with its constants as initialisers, floats as raw bytes. Paddle2ONNX writes each as an operator without inputs, and its numbers one by one.
     */
    public OnnxNetwork withConstantsAsInitializers() {
        GraphProto.Builder graph = model.getGraph().toBuilder().clearNode();
        for (NodeProto node : model.getGraph().getNodeList()) {
            if (node.getOpType().equals("Constant") && node.getAttribute(0).hasT()) {
                graph.addInitializer(raw(node.getAttribute(0).getT()).setName(node.getOutput(0)));
            } else {
                graph.addNode(node);
            }
        }
        return new OnnxNetwork(model.toBuilder().setGraph(graph).build());
    }

    private static TensorProto.Builder raw(TensorProto tensor) {
        if (tensor.getFloatDataCount() == 0) {
            return tensor.toBuilder();
        }
        float[] values = new float[tensor.getFloatDataCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.getFloatData(i);
        }
        return tensor.toBuilder().clearFloatData().setRawData(RawNumbers.of(values));
    }

    /** The same function with layers padded to 16 channels, which ONNX Runtime evaluates faster than odd numbers. */
    public OnnxNetwork withWholeBlocks() {
        return new OnnxNetwork(WholeBlocks.in(model));
    }

    /**
     * The same network with one more output: the means of the channels of feature maps, and behind them a layer without a map.
     *
     * @param output its name; {@code [batch, channels of all maps and numbers of the row]}
     * @param maps layers {@code [batch, channels, height, width]}
     * @param row a layer {@code [batch, numbers]}
     * @throws IllegalArgumentException when there is no such layer
     */
    public OnnxNetwork withLayerMeans(String output, List<String> maps, String row) {
        return new OnnxNetwork(LayerMeans.in(model, output, maps, row));
    }

    /** The number of trained floats: initialisers and constants of the graph, without shapes and indices. */
    public long parameterCount() {
        return model.getGraph().getInitializerList().stream()
                .filter(tensor -> tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber())
                .mapToLong(OnnxNetwork::size)
                .sum();
    }

    private static long size(TensorProto tensor) {
        return tensor.getDimsList().stream().reduce(1L, (a, b) -> a * b);
    }
}
