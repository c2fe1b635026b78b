package io.namesake.modelbuilder.reference;

import java.util.Random;

/**
 * A batch of feature maps in TensorFlow's order.
 *
 * @param values {@code [batch, height, width, channels]}, row-major
 */
public record Picture(float[] values, int batch, int height, int width, int channels) {

    public static Picture zeros(int batch, int height, int width, int channels) {
        return new Picture(new float[batch * height * width * channels], batch, height, width, channels);
    }

    /** Numbers around zero, so that both sides of a rectifier are met. */
    public static Picture random(Random random, int batch, int height, int width, int channels) {
        Picture picture = zeros(batch, height, width, channels);
        for (int i = 0; i < picture.values.length; i++) {
            picture.values[i] = (float) random.nextGaussian();
        }
        return picture;
    }

    public float at(int n, int y, int x, int c) {
        return values[index(n, y, x, c)];
    }

    public void set(int n, int y, int x, int c, float value) {
        values[index(n, y, x, c)] = value;
    }

    /** The number there, or zero outside the picture. */
    float padded(int n, int y, int x, int c) {
        return y < 0 || x < 0 || y >= height || x >= width ? 0 : at(n, y, x, c);
    }

    /** The same numbers as {@code [batch, channels, height, width]}. */
    float[] channelsFirst() {
        float[] moved = new float[values.length];
        int to = 0;
        for (int n = 0; n < batch; n++) {
            for (int c = 0; c < channels; c++) {
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        moved[to++] = at(n, y, x, c);
                    }
                }
            }
        }
        return moved;
    }

    private int index(int n, int y, int x, int c) {
        return ((n * height + y) * width + x) * channels + c;
    }
}
