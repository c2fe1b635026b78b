package io.namesake.face.engine.network;

import io.namesake.face.engine.decode.Picture;
import io.namesake.face.engine.network.Descriptor.Channels;
import java.nio.FloatBuffer;

/** Writes pictures into tensors as a network's descriptor says. */
final class Tensors {
    private Tensors() {}

    /** One picture behind what is in the tensor. */
    static void write(Picture picture, Descriptor.Input input, FloatBuffer tensor) {
        write(picture, input, false, tensor);
    }

    /** A picture and its mirror image. */
    static void writeWithMirror(Picture picture, Descriptor.Input input, FloatBuffer tensor) {
        write(picture, input, true, tensor);
    }

    private static void write(Picture picture, Descriptor.Input input, boolean andMirror, FloatBuffer tensor) {
        int plane = picture.pixels().length;
        int start = tensor.position();
        if (input.channels() == Channels.GREY) {
            grey(picture, input, andMirror, tensor);
            tensor.position(start + (andMirror ? 2 : 1) * plane);
            return;
        }
        int width = picture.width();
        float[][] levels = {levels(input, 0), levels(input, 1), levels(input, 2)};
        int first = input.channels() == Channels.RGB ? 16 : 0;
        float[][] rows = new float[3][width];
        for (int from = 0; from < plane; from += width) {
            row(picture.pixels(), from, first, levels, rows);
            for (int channel = 0; channel < 3; channel++) {
                put(tensor, start + channel * plane + from, rows[channel], andMirror ? 3 * plane : 0);
            }
        }
        tensor.position(start + (andMirror ? 6 : 3) * plane);
    }

    /** What each level of a channel, 0..255, becomes: looked up, since there are far more pixels than levels. */
    private static float[] levels(Descriptor.Input input, int channel) {
        float mean = input.mean().get(channel);
        float factor = 1 / input.scale().get(channel);
        float[] levels = new float[256];
        for (int level = 0; level < levels.length; level++) {
            levels[level] = (level - mean) * factor;
        }
        return levels;
    }

    /** @param first where the byte of the first channel lies, in bits: 16 for red, 0 for blue */
    private static void row(int[] pixels, int from, int first, float[][] levels, float[][] rows) {
        float[] one = rows[0];
        float[] two = rows[1];
        float[] three = rows[2];
        float[] levelsOne = levels[0];
        float[] levelsTwo = levels[1];
        float[] levelsThree = levels[2];
        int last = 16 - first;
        for (int x = 0; x < one.length; x++) {
            int colour = pixels[from + x];
            one[x] = levelsOne[colour >> first & 0xFF];
            two[x] = levelsTwo[colour >> 8 & 0xFF];
            three[x] = levelsThree[colour >> last & 0xFF];
        }
    }

    /** Luma (ITU-R BT.601). */
    private static void grey(Picture picture, Descriptor.Input input, boolean andMirror, FloatBuffer tensor) {
        int[] pixels = picture.pixels();
        float mean = input.mean().getFirst();
        float factor = 1 / input.scale().getFirst();
        float[] row = new float[picture.width()];
        int start = tensor.position();
        for (int from = 0; from < pixels.length; from += row.length) {
            for (int x = 0; x < row.length; x++) {
                row[x] = (luma(pixels[from + x]) - mean) * factor;
            }
            put(tensor, start + from, row, andMirror ? pixels.length : 0);
        }
    }

    /** A row, and its mirror image so far behind it unless that is 0. */
    private static void put(FloatBuffer tensor, int at, float[] row, int mirror) {
        tensor.put(at, row);
        if (mirror > 0) {
            for (int left = 0, right = row.length - 1; left < right; left++, right--) {
                float value = row[left];
                row[left] = row[right];
                row[right] = value;
            }
            tensor.put(at + mirror, row);
        }
    }

    private static float luma(int rgb) {
        return 0.299f * (rgb >> 16 & 0xFF) + 0.587f * (rgb >> 8 & 0xFF) + 0.114f * (rgb & 0xFF);
    }
}
