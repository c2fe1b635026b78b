package io.namesake.modelbuilder.tflite;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.namesake.modelbuilder.onnx.FloatTensor;
import io.namesake.modelbuilder.onnx.OnnxGraph;
import io.namesake.modelbuilder.onnx.Padding;
import io.namesake.modelbuilder.tflite.TfliteModel.Operator;
import io.namesake.modelbuilder.tflite.TfliteModel.Tensor;
import java.util.HashMap;
import java.util.Map;

/**
 * Converts a float32 TensorFlow Lite network of the MobileFaceNet kind, NHWC with a fixed batch, into ONNX, NCHW with a free
 * batch. It walks from the output back to the input, and refuses anything it does not know rather than guess.
 */
public final class TfliteNetwork {

    private static final int ADD = 0;
    private static final int CONV_2D = 3;
    private static final int DEPTHWISE_CONV_2D = 4;
    private static final int MUL = 18;
    private static final int RELU = 19;
    private static final int RESHAPE = 22;
    private static final int SUB = 41;
    private static final int ABS = 101;

    private static final int SAME = 0;
    private static final int NO_ACTIVATION = 0;

    private final TfliteModel model;
    private final OnnxGraph graph;
    private final Map<Integer, String> converted = new HashMap<>();

    private TfliteNetwork(TfliteModel model, String name) {
        this.model = model;
        this.graph = new OnnxGraph(name);
    }

    /**
     * @param content a TensorFlow Lite file with one picture input and one vector output
     * @param name of the graph
     * @return a network from {@code input} [batch, channels, height, width] to {@code output} [batch, dimension]
     * @throws IllegalArgumentException when the file has anything that is not converted
     */
    public static ModelProto convert(byte[] content, String name) {
        return new TfliteNetwork(TfliteModel.read(content), name).convert();
    }

    private ModelProto convert() {
        int[] picture = model.tensors().get(model.input()).shape();
        converted.put(model.input(), graph.input("input", picture[3], picture[1], picture[2]));
        int[] vector = model.tensors().get(model.output()).shape();
        return graph.finish(value(model.output()), "output", vector[vector.length - 1]);
    }

    private String value(int tensor) {
        String known = converted.get(tensor);
        if (known == null) {
            known = convert(model.producerOf(tensor));
            converted.put(tensor, known);
        }
        return known;
    }

    private String convert(Operator operator) {
        return switch (operator.code()) {
            case CONV_2D -> conv(operator);
            case DEPTHWISE_CONV_2D -> depthwise(operator);
            case ADD -> isPrelu(operator) ? prelu(operator) : sum(operator);
            case RELU -> graph.relu(value(operator.inputs()[0]));
            case RESHAPE -> flatten(operator);
            default -> throw new IllegalArgumentException("Operator %d is not converted".formatted(operator.code()));
        };
    }

    /** Weights come as [out, height, width, in]. */
    private String conv(Operator operator) {
        requireNoActivation(operator, 3);
        requireNoDilation(operator, 4);
        FloatTensor weights = constant(operator, 1).transposed(0, 3, 1, 2);
        return conv(operator, weights, 1);
    }

    /** Weights come as [1, height, width, channels]: each channel has its own window. */
    private String depthwise(Operator operator) {
        requireNoActivation(operator, 4);
        requireNoDilation(operator, 5);
        FloatTensor weights = constant(operator, 1).transposed(3, 0, 1, 2);
        int channels = model.tensors().get(operator.inputs()[0]).shape()[3];
        if (weights.shape()[0] != channels) {
            throw new IllegalArgumentException("A depth multiplier other than 1 is not converted");
        }
        return conv(operator, weights, channels);
    }

    private String conv(Operator operator, FloatTensor weights, int groups) {
        int stride = operator.options().intAt(1, 0);
        if (stride != operator.options().intAt(2, 0) || weights.shape()[2] != weights.shape()[3]) {
            throw new IllegalArgumentException("Only square windows and strides are converted");
        }
        int[] picture = model.tensors().get(operator.inputs()[0]).shape();
        Padding padding = operator.options().byteAt(0, SAME) == SAME
                ? Padding.same(picture[1], picture[2], weights.shape()[2], stride)
                : Padding.NONE;
        String input = value(operator.inputs()[0]);
        return graph.conv(input, weights, constant(operator, 2), groups, stride, padding);
    }

    private String sum(Operator operator) {
        requireNoActivation(operator, 0);
        return graph.sum(value(operator.inputs()[0]), value(operator.inputs()[1]));
    }

    /** Whether this is relu(x) + c (x - |x|), as TensorFlow writes a leaky rectifier with a slope for each channel. */
    private boolean isPrelu(Operator add) {
        if (!model.isComputedBy(RELU, add.inputs()[0]) || !model.isComputedBy(MUL, add.inputs()[1])) {
            return false;
        }
        int x = model.producerOf(add.inputs()[0]).inputs()[0];
        Operator multiply = model.producerOf(add.inputs()[1]);
        if (!model.tensors().get(multiply.inputs()[0]).isConstant() || !model.isComputedBy(SUB, multiply.inputs()[1])) {
            return false;
        }
        Operator subtract = model.producerOf(multiply.inputs()[1]);
        return subtract.inputs()[0] == x
                && model.isComputedBy(ABS, subtract.inputs()[1])
                && model.producerOf(subtract.inputs()[1]).inputs()[0] == x;
    }

    /** Where x is negative, relu(x) is 0 and x - |x| is 2x: the slope is 2c. */
    private String prelu(Operator add) {
        requireNoActivation(add, 0);
        Operator multiply = model.producerOf(add.inputs()[1]);
        requireNoActivation(multiply, 0);
        requireNoActivation(model.producerOf(multiply.inputs()[1]), 0);
        String x = value(model.producerOf(add.inputs()[0]).inputs()[0]);
        return graph.prelu(x, constant(multiply, 0).times(2));
    }

    /** With one pixel left, NHWC and NCHW have the numbers in the same order. */
    private String flatten(Operator operator) {
        int[] from = model.tensors().get(operator.inputs()[0]).shape();
        if (from.length != 4 || from[1] != 1 || from[2] != 1) {
            throw new IllegalArgumentException("A reshape of more than one pixel is not converted");
        }
        return graph.flatten(value(operator.inputs()[0]));
    }

    private FloatTensor constant(Operator operator, int input) {
        Tensor tensor = model.tensors().get(operator.inputs()[input]);
        if (!tensor.isConstant()) {
            throw new IllegalArgumentException("Weights that are computed are not converted");
        }
        return tensor.floats();
    }

    private static void requireNoActivation(Operator operator, int field) {
        if (operator.options().byteAt(field, NO_ACTIVATION) != NO_ACTIVATION) {
            throw new IllegalArgumentException("Fused activations are not converted");
        }
    }

    private static void requireNoDilation(Operator operator, int firstField) {
        if (operator.options().intAt(firstField, 1) != 1 || operator.options().intAt(firstField + 1, 1) != 1) {
            throw new IllegalArgumentException("Dilated windows are not converted");
        }
    }
}
