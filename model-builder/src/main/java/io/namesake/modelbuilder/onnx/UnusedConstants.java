package io.namesake.modelbuilder.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Constants that a rewriting left without a reader. ONNX Runtime warns about each one. */
final class UnusedConstants {
    private UnusedConstants() {}

    static ModelProto dropped(ModelProto model) {
        GraphProto.Builder graph = model.getGraph().toBuilder();
        Set<String> used = graph.getNodeList().stream()
                .map(NodeProto::getInputList)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        List<TensorProto> kept = graph.getInitializerList().stream()
                .filter(constant -> used.contains(constant.getName()))
                .toList();
        graph.clearInitializer().addAllInitializer(kept);
        return model.toBuilder().setGraph(graph).build();
    }
}
