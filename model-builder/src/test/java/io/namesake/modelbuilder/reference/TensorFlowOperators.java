package io.namesake.modelbuilder.reference;

/** TensorFlow's operators, slow and obvious. Padding as in the documentation of {@code tf.nn.convolution}. */
public final class TensorFlowOperators {

    private TensorFlowOperators() {}

    /** Weight of (row, column, input channel, output channel) of a window. */
    @FunctionalInterface
    public interface Weights {
        float at(int row, int column, int in, int out);
    }

    public static Picture conv(
            Picture x, Weights weights, float[] bias, int window, int stride, boolean same, int outputs) {
        Picture result = Picture.zeros(
                x.batch(), size(x.height(), window, stride, same), size(x.width(), window, stride, same), outputs);
        int top = same ? before(x.height(), window, stride) : 0;
        int left = same ? before(x.width(), window, stride) : 0;
        forEach(result, (n, row, column, out) -> {
            double sum = bias[out];
            for (int i = 0; i < window; i++) {
                for (int j = 0; j < window; j++) {
                    for (int in = 0; in < x.channels(); in++) {
                        sum += weights.at(i, j, in, out)
                                * x.padded(n, row * stride + i - top, column * stride + j - left, in);
                    }
                }
            }
            return sum;
        });
        return result;
    }

    /** Each channel is convolved with its own window, so the other channels weigh nothing. */
    public static Picture depthwise(Picture x, Weights weights, float[] bias, int window, int stride, boolean same) {
        Weights own = (row, column, in, out) -> in == out ? weights.at(row, column, 0, out) : 0;
        return conv(x, own, bias, window, stride, same, x.channels());
    }

    public static Picture relu(Picture x) {
        return map(x, (value, channel) -> Math.max(value, 0));
    }

    public static Picture prelu(Picture x, float[] slopes) {
        return map(x, (value, channel) -> value < 0 ? value * slopes[channel] : value);
    }

    public static Picture scale(Picture x, float[] weights, float[] biases) {
        return map(x, (value, channel) -> value * weights[channel] + biases[channel]);
    }

    public static Picture sum(Picture a, Picture b) {
        Picture result = Picture.zeros(a.batch(), a.height(), a.width(), a.channels());
        forEach(result, (n, y, x, c) -> a.at(n, y, x, c) + b.at(n, y, x, c));
        return result;
    }

    public static Picture maxPool(Picture x, int window, int stride) {
        return pool(x, window, stride, true);
    }

    public static Picture averagePool(Picture x, int window, int stride) {
        return pool(x, window, stride, false);
    }

    private static Picture pool(Picture x, int window, int stride, boolean max) {
        Picture result = Picture.zeros(
                x.batch(),
                size(x.height(), window, stride, false),
                size(x.width(), window, stride, false),
                x.channels());
        forEach(result, (n, row, column, c) -> {
            double sum = 0;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < window; i++) {
                for (int j = 0; j < window; j++) {
                    float value = x.at(n, row * stride + i, column * stride + j, c);
                    sum += value;
                    greatest = Math.max(greatest, value);
                }
            }
            return max ? greatest : sum / (window * window);
        });
        return result;
    }

    /** Zero pixels below and to the right and zero channels behind, up to the given size. */
    public static Picture grownTo(Picture x, int height, int width, int channels) {
        Picture result = Picture.zeros(x.batch(), height, width, channels);
        forEach(result, (n, row, column, c) -> c < x.channels() ? x.padded(n, row, column, c) : 0);
        return result;
    }

    private static int size(int input, int window, int stride, boolean same) {
        return same ? (input + stride - 1) / stride : (input - window + stride) / stride;
    }

    /** How much of SAME's padding goes before the picture: the smaller half. */
    private static int before(int input, int window, int stride) {
        int needed = input % stride == 0 ? window - stride : window - input % stride;
        return Math.max(needed, 0) / 2;
    }

    @FunctionalInterface
    private interface Pixel {
        double at(int n, int y, int x, int c);
    }

    @FunctionalInterface
    private interface Elementwise {
        float of(float value, int channel);
    }

    private static Picture map(Picture x, Elementwise function) {
        Picture result = Picture.zeros(x.batch(), x.height(), x.width(), x.channels());
        forEach(result, (n, row, column, c) -> function.of(x.at(n, row, column, c), c));
        return result;
    }

    private static void forEach(Picture result, Pixel pixel) {
        for (int n = 0; n < result.batch(); n++) {
            for (int y = 0; y < result.height(); y++) {
                for (int x = 0; x < result.width(); x++) {
                    for (int c = 0; c < result.channels(); c++) {
                        result.set(n, y, x, c, (float) pixel.at(n, y, x, c));
                    }
                }
            }
        }
    }
}
