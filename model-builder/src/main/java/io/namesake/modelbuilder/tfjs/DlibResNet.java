package io.namesake.modelbuilder.tfjs;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.namesake.modelbuilder.onnx.FloatTensor;
import io.namesake.modelbuilder.onnx.OnnxGraph;
import io.namesake.modelbuilder.onnx.Padding;

/**
 * dlib's {@code dlib_face_recognition_resnet_model_v1} (29 convolutions) as face-api's {@code FaceRecognitionNet} evaluates
 * it. Input: RGB 0..255, 150 x 150; output: 128 numbers, not normalised.
 *
 * <p>Two things are folded into the convolutions, exactly up to rounding: the scale layer behind each, and, in the first
 * (it pads nothing), the subtraction of the mean colour and the division by 255.
 */
public final class DlibResNet {

    private static final int SIDE = 150;
    private static final int DIMENSION = 128;
    private static final double[] MEAN_RGB = {122.782, 117.001, 104.298};
    private static final double RANGE = 255;

    private final NamedWeights weights;
    private final OnnxGraph graph = new OnnxGraph("dlib_resnet");

    private DlibResNet(NamedWeights weights) {
        this.weights = weights;
    }

    /** @return a network from {@code input} [batch, 3, 150, 150] to {@code output} [batch, 128] */
    public static ModelProto convert(NamedWeights weights) {
        return new DlibResNet(weights).convert();
    }

    private ModelProto convert() {
        String picture = graph.input("input", 3, SIDE, SIDE);
        Convolution first = convolution("conv32_down").afterNormalisation(MEAN_RGB, RANGE);
        Features out = first(picture, first);
        out = residual(residual(residual(out, "conv32_1"), "conv32_2"), "conv32_3");
        out = residualDown(out, "conv64_down");
        out = residual(residual(residual(out, "conv64_1"), "conv64_2"), "conv64_3");
        out = residualDown(out, "conv128_down");
        out = residual(residual(out, "conv128_1"), "conv128_2");
        out = residualDown(out, "conv256_down");
        out = residual(residual(out, "conv256_1"), "conv256_2");
        out = residualDown(out, "conv256_down_out");
        String vector = graph.multiply(graph.globalAverage(out.name()), weights.get("fc"));
        return graph.finish(vector, "output", DIMENSION);
    }

    private Features first(String picture, Convolution convolution) {
        String convolved = graph.relu(convolution.addTo(graph, picture, 2, Padding.NONE));
        int side = windows(SIDE, 7, 2);
        return new Features(graph.maxPool(convolved, 3, 2), convolution.outputs(), windows(side, 3, 2));
    }

    private Features residual(Features in, String block) {
        Padding same = Padding.same(in.side(), in.side(), 3, 1);
        String inner = graph.relu(convolution(block + "/conv1").addTo(graph, in.name(), 1, same));
        String outer = convolution(block + "/conv2").addTo(graph, inner, 1, same);
        return new Features(graph.relu(graph.sum(outer, in.name())), in.channels(), in.side());
    }

    /**
     * Halves the picture. The shortcut is an average pool with as many zero channels added as there are real ones, where
     * the block doubles the channels; the convolved side gets a zero row and column where it came out one smaller.
     */
    private Features residualDown(Features in, String block) {
        Convolution first = convolution(block + "/conv1");
        int side = windows(in.side(), 3, 2);
        Padding same = Padding.same(side, side, 3, 1);
        String inner = graph.relu(first.addTo(graph, in.name(), 2, Padding.NONE));
        String outer = convolution(block + "/conv2").addTo(graph, inner, 1, same);
        int pooledSide = windows(in.side(), 2, 2);
        String pooled = graph.averagePool(in.name(), 2, 2);
        if (pooledSide != side) {
            outer = graph.pad(outer, 0, 1, 1);
        }
        if (first.outputs() != in.channels()) {
            pooled = graph.pad(pooled, in.channels(), 0, 0);
        }
        return new Features(graph.relu(graph.sum(pooled, outer)), first.outputs(), pooledSide);
    }

    private Convolution convolution(String name) {
        FloatTensor filters = weights.get(name + "/conv/filters").transposed(3, 2, 0, 1);
        return new Convolution(filters, weights.get(name + "/conv/bias"))
                .scaled(weights.get(name + "/scale/weights"), weights.get(name + "/scale/biases"));
    }

    /** How many windows fit when nothing is padded. */
    private static int windows(int side, int window, int stride) {
        return (side - window) / stride + 1;
    }

    /** The output of a layer: its name in the graph and its size. */
    private record Features(String name, int channels, int side) {}
}
