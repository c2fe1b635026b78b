package io.namesake.modelbuilder.onnx;

import java.util.List;

/** Zeros around a picture before a window slides over it, in pixels on each side. */
public record Padding(int top, int left, int bottom, int right) {

    /** Windows that would leave the picture are not evaluated. */
    public static final Padding NONE = new Padding(0, 0, 0, 0);

    /**
     * TensorFlow's SAME: as many windows as the input size divided by the stride, rounded up; an odd zero goes to the
     * bottom and right, unlike in the symmetrical padding of most other frameworks.
     *
     * @param height of the input
     * @param width of the input
     * @param window the kernel's side, in pixels
     * @param stride in pixels, the same both ways
     */
    public static Padding same(int height, int width, int window, int stride) {
        int vertical = total(height, window, stride);
        int horizontal = total(width, window, stride);
        return new Padding(vertical / 2, horizontal / 2, vertical - vertical / 2, horizontal - horizontal / 2);
    }

    private static int total(int size, int window, int stride) {
        int windows = Math.ceilDiv(size, stride);
        return Math.max((windows - 1) * stride + window - size, 0);
    }

    /** As ONNX's attribute {@code pads} of convolutions. */
    List<Long> asAttribute() {
        return List.of((long) top, (long) left, (long) bottom, (long) right);
    }
}
