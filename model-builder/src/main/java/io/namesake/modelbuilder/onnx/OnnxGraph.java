package io.namesake.modelbuilder.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Locale;

/**
 * Builds an ONNX graph, NCHW, operator by operator; each method adds a node and returns the name of its output. Names are
 * counted, so the same calls give the same bytes.
 */
public final class OnnxGraph {

    /** Old enough for every runtime in use, new enough for all operators here. */
    private static final long OPERATOR_SET = 17;

    private static final long IR_VERSION = 8;

    private final GraphProto.Builder graph;
    private int names;

    public OnnxGraph(String name) {
        graph = GraphProto.newBuilder().setName(name);
    }

    /** Declares the picture input {@code [batch, channels, height, width]}. */
    public String input(String name, int channels, int height, int width) {
        graph.addInput(value(name, channels, height, width));
        return name;
    }

    /**
     * A convolution with square stride.
     *
     * @param weights {@code [out, in / groups, height, width]}
     * @param bias one number for each output channel
     */
    public String conv(String input, FloatTensor weights, FloatTensor bias, int groups, int stride, Padding padding) {
        return add(
                "Conv",
                List.of(input, constant(weights), constant(bias)),
                integers("kernel_shape", (long) weights.shape()[2], (long) weights.shape()[3]),
                integers("strides", (long) stride, (long) stride),
                integers("pads", padding.asAttribute().toArray(Long[]::new)),
                integer("group", groups));
    }

    /** Negative numbers are multiplied by their channel's slope. */
    public String prelu(String input, FloatTensor slopes) {
        return add("PRelu", List.of(input, constant(slopes.reshaped(slopes.values().length, 1, 1))));
    }

    public String relu(String input) {
        return add("Relu", List.of(input));
    }

    public String sum(String left, String right) {
        return add("Add", List.of(left, right));
    }

    public String maxPool(String input, int window, int stride) {
        return add("MaxPool", List.of(input), square("kernel_shape", window), square("strides", stride));
    }

    public String averagePool(String input, int window, int stride) {
        return add("AveragePool", List.of(input), square("kernel_shape", window), square("strides", stride));
    }

    /** Adds zero channels behind and zero pixels below and to the right. */
    public String pad(String input, int channels, int bottom, int right) {
        return add("Pad", List.of(input, constant(0, 0, 0, 0, 0, channels, bottom, right)));
    }

    /** The mean of each channel: {@code [batch, channels, height, width]} to {@code [batch, channels]}. */
    public String globalAverage(String input) {
        return flatten(add("GlobalAveragePool", List.of(input)));
    }

    public String flatten(String input) {
        return add("Flatten", List.of(input), integer("axis", 1));
    }

    /** @param weights {@code [in, out]} */
    public String multiply(String input, FloatTensor weights) {
        return add("MatMul", List.of(input, constant(weights)));
    }

    /** Ends the graph: {@code value} becomes the output {@code name}, shaped {@code [batch, dimension]}. */
    public ModelProto finish(String value, String name, int dimension) {
        graph.addNode(
                NodeProto.newBuilder().setOpType("Identity").addInput(value).addOutput(name));
        graph.addOutput(value(name, dimension));
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("namesake-model-builder")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
                .setGraph(graph)
                .build();
    }

    private String add(String operator, List<String> inputs, AttributeProto... attributes) {
        String output = operator.toLowerCase(Locale.ROOT) + "_" + names++;
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
        return output;
    }

    private String constant(FloatTensor tensor) {
        TensorProto.Builder constant = constant(RawNumbers.of(tensor.values()), TensorProto.DataType.FLOAT);
        for (int size : tensor.shape()) {
            constant.addDims(size);
        }
        graph.addInitializer(constant);
        return constant.getName();
    }

    private String constant(long... values) {
        TensorProto.Builder constant =
                constant(RawNumbers.of(values), TensorProto.DataType.INT64).addDims(values.length);
        graph.addInitializer(constant);
        return constant.getName();
    }

    private TensorProto.Builder constant(ByteString raw, TensorProto.DataType type) {
        return TensorProto.newBuilder()
                .setName("constant_" + names++)
                .setDataType(type.getNumber())
                .setRawData(raw);
    }

    private static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    private static AttributeProto square(String name, long side) {
        return integers(name, side, side);
    }

    private static AttributeProto integers(String name, Long... values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(List.of(values))
                .build();
    }

    private static ValueInfoProto value(String name, int... sizes) {
        TensorShapeProto.Builder shape =
                TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam(OnnxNetwork.BATCH));
        for (int size : sizes) {
            shape.addDim(Dimension.newBuilder().setDimValue(size));
        }
        TypeProto.Tensor type = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }
}
