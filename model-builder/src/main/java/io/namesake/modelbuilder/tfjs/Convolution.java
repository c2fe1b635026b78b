package io.namesake.modelbuilder.tfjs;

import io.namesake.modelbuilder.onnx.FloatTensor;
import io.namesake.modelbuilder.onnx.OnnxGraph;
import io.namesake.modelbuilder.onnx.Padding;

/**
 * A convolution that can swallow the linear layers around it. Sums are made in double precision.
 *
 * @param weights {@code [out, in, height, width]}
 * @param bias {@code [out]}
 */
record Convolution(FloatTensor weights, FloatTensor bias) {

    int outputs() {
        return weights.shape()[0];
    }

    /** This convolution followed by {@code x * factor + offset}, each per output channel. */
    Convolution scaled(FloatTensor factor, FloatTensor offset) {
        float[] newWeights = weights.values().clone();
        float[] newBias = new float[outputs()];
        int perOutput = newWeights.length / outputs();
        for (int out = 0; out < outputs(); out++) {
            double scale = factor.values()[out];
            for (int i = out * perOutput; i < (out + 1) * perOutput; i++) {
                newWeights[i] = (float) (newWeights[i] * scale);
            }
            newBias[out] = (float) (bias.values()[out] * scale + offset.values()[out]);
        }
        return new Convolution(new FloatTensor(newWeights, weights.shape()), new FloatTensor(newBias, outputs()));
    }

    /** This convolution behind {@code (x - mean) / range}; only exact where it pads nothing. */
    Convolution afterNormalisation(double[] mean, double range) {
        float[] newWeights = weights.values().clone();
        float[] newBias = new float[outputs()];
        int window = weights.shape()[2] * weights.shape()[3];
        for (int out = 0; out < outputs(); out++) {
            double shift = 0;
            for (int channel = 0; channel < mean.length; channel++) {
                int start = (out * mean.length + channel) * window;
                for (int i = start; i < start + window; i++) {
                    shift += newWeights[i] / range * mean[channel];
                    newWeights[i] = (float) (newWeights[i] / range);
                }
            }
            newBias[out] = (float) (bias.values()[out] - shift);
        }
        return new Convolution(new FloatTensor(newWeights, weights.shape()), new FloatTensor(newBias, outputs()));
    }

    String addTo(OnnxGraph graph, String input, int stride, Padding padding) {
        return graph.conv(input, weights, bias, 1, stride, padding);
    }
}
