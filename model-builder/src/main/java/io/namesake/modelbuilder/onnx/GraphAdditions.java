package io.namesake.modelbuilder.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;

/**
 * What rewritings add to a graph.
 *
 * @param graph that is being written
 */
record GraphAdditions(GraphProto.Builder graph) {

    /** An operator with one output, which is its name as well. */
    void operator(String type, String output, String... inputs) {
        graph.addNode(node(type, output, inputs));
    }

    /** @param shape none for a single number */
    void constant(String name, float[] values, long... shape) {
        TensorProto.Builder constant = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .setRawData(RawNumbers.of(values));
        for (long side : shape) {
            constant.addDims(side);
        }
        graph.addInitializer(constant);
    }

    /**
     * A depthwise 1 x 1 convolution multiplies each channel by its own number.
     *
     * @param channels of the input
     * @param inputs what is multiplied, the factors {@code [channels, 1, 1, 1]}, and what is added to each channel, if anything
     */
    void scale(String output, int channels, String... inputs) {
        graph.addNode(node("Conv", output, inputs)
                .addAttribute(AttributeProto.newBuilder()
                        .setName("group")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(channels))
                .addAttribute(AttributeProto.newBuilder()
                        .setName("kernel_shape")
                        .setType(AttributeProto.AttributeType.INTS)
                        .addInts(1)
                        .addInts(1)));
    }

    private static NodeProto.Builder node(String type, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(type)
                .setName(output)
                .addOutput(output)
                .addAllInput(List.of(inputs));
    }
}
