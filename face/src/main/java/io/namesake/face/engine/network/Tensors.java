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
        write(picture, input, false, tensor);
        write(picture, input, true, tensor);
    }

    private static void write(Picture picture, Descriptor.Input input, boolean mirrored, FloatBuffer tensor) {
        if (input.channels() == Channels.GREY) {
            write(picture, -1, input.mean().getFirst(), input.scale().getFirst(), mirrored, tensor);
            return;
        }
        for (int channel = 0; channel < 3; channel++) {
            int shift = input.channels() == Channels.RGB ? 16 - 8 * channel : 8 * channel;
            write(picture, shift, input.mean().get(channel), input.scale().get(channel), mirrored, tensor);
        }
    }

    /** One plane: the byte at that shift, or for a negative shift the luma (ITU-R BT.601). */
    private static void write(
            Picture picture, int shift, float mean, float scale, boolean mirrored, FloatBuffer tensor) {
        int[] pixels = picture.pixels();
        int width = picture.width();
        float factor = 1 / scale;
        float[] row = new float[width];
        for (int from = 0; from < pixels.length; from += width) {
            if (shift < 0) {
                for (int x = 0; x < width; x++) {
                    row[x] = (luma(pixels[from + x]) - mean) * factor;
                }
            } else {
                for (int x = 0; x < width; x++) {
                    row[x] = ((pixels[from + x] >> shift & 0xFF) - mean) * factor;
                }
            }
            if (mirrored) {
                turn(row);
            }
            tensor.put(row);
        }
    }

    private static void turn(float[] row) {
        for (int left = 0, right = row.length - 1; left < right; left++, right--) {
            float value = row[left];
            row[left] = row[right];
            row[right] = value;
        }
    }

    private static float luma(int rgb) {
        return 0.299f * (rgb >> 16 & 0xFF) + 0.587f * (rgb >> 8 & 0xFF) + 0.114f * (rgb & 0xFF);
    }
}
