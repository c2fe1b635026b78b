package io.namesake.modelbuilder.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.List;

/** Adds an output with what layers inside a network say: the mean of each channel of a feature map, or the numbers of a layer that has no map any more. */
final class LayerMeans {
    private LayerMeans() {}

    /**
     * @param output its name
     * @param maps feature maps {@code [batch, channels, height, width]} within the graph, of which the means are wanted
     * @param row a layer {@code [batch, numbers]} within the graph, as it is
     * @throws IllegalArgumentException when the graph has no such layer
     */
    static ModelProto in(ModelProto model, String output, List<String> maps, String row) {
        GraphProto.Builder graph = model.getGraph().toBuilder();
        List<String> parts = new ArrayList<>();
        GraphAdditions additions = new GraphAdditions(graph);
        for (String map : maps) {
            require(model, map);
            // ONNX Runtime evaluates this operator in its blocked layout, where a general mean would leave it.
            additions.operator("GlobalAveragePool", map + "_mean", map);
            additions.operator("Flatten", map + "_row", map + "_mean");
            parts.add(map + "_row");
        }
        require(model, row);
        parts.add(row);
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Concat")
                .setName(output)
                .addOutput(output)
                .addAllInput(parts)
                .addAttribute(AttributeProto.newBuilder()
                        .setName("axis")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(1)));
        TypeProto.Tensor.Builder type =
                TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT.getNumber());
        type.getShapeBuilder().addDimBuilder().setDimParam(OnnxNetwork.BATCH);
        type.getShapeBuilder().addDimBuilder().setDimParam(output);
        graph.addOutput(ValueInfoProto.newBuilder()
                .setName(output)
                .setType(TypeProto.newBuilder().setTensorType(type)));
        return model.toBuilder().setGraph(graph).build();
    }

    private static void require(ModelProto model, String layer) {
        if (model.getGraph().getNodeList().stream()
                .noneMatch(node -> node.getOutputList().contains(layer))) {
            throw new IllegalArgumentException("The network has no layer " + layer);
        }
    }
}
