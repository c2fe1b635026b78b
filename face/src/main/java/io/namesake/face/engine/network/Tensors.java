package io.namesake.face.engine.network;

import io.namesake.face.engine.decode.Picture;
import io.namesake.face.engine.network.Descriptor.Channels;

/** Writes pictures into tensors as a network's descriptor says. */
final class Tensors {
    private Tensors() {}

    /** One picture, N = 1. */
    static float[] of(Picture picture, Descriptor.Input input) {
        float[] tensor = new float[input.mean().size() * picture.width() * picture.height()];
        write(picture, input, false, tensor, 0);
        return tensor;
    }

    /** A picture and its mirror image, N = 2. */
    static float[] withMirror(Picture picture, Descriptor.Input input) {
        int one = input.mean().size() * picture.width() * picture.height();
        float[] tensor = new float[2 * one];
        write(picture, input, false, tensor, 0);
        write(picture, input, true, tensor, one);
        return tensor;
    }

    private static void write(Picture picture, Descriptor.Input input, boolean mirrored, float[] tensor, int offset) {
        int plane = picture.width() * picture.height();
        if (input.channels() == Channels.GREY) {
            write(picture, -1, input.mean().getFirst(), input.scale().getFirst(), mirrored, tensor, offset);
            return;
        }
        for (int channel = 0; channel < 3; channel++) {
            int shift = input.channels() == Channels.RGB ? 16 - 8 * channel : 8 * channel;
            write(
                    picture,
                    shift,
                    input.mean().get(channel),
                    input.scale().get(channel),
                    mirrored,
                    tensor,
                    offset + channel * plane);
        }
    }

    /** One plane: the byte at that shift, or for a negative shift the luma (ITU-R BT.601). */
    private static void write(
            Picture picture, int shift, float mean, float scale, boolean mirrored, float[] tensor, int offset) {
        int[] pixels = picture.pixels();
        int width = picture.width();
        float factor = 1 / scale;
        for (int y = 0, i = 0; y < picture.height(); y++) {
            int to = offset + y * width + (mirrored ? width - 1 : 0);
            int step = mirrored ? -1 : 1;
            for (int x = 0; x < width; x++, i++, to += step) {
                float value = shift < 0 ? luma(pixels[i]) : pixels[i] >> shift & 0xFF;
                tensor[to] = (value - mean) * factor;
            }
        }
    }

    private static float luma(int rgb) {
        return 0.299f * (rgb >> 16 & 0xFF) + 0.587f * (rgb >> 8 & 0xFF) + 0.114f * (rgb & 0xFF);
    }
}
