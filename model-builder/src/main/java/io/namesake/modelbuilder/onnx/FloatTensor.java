package io.namesake.modelbuilder.onnx;

import java.util.Arrays;

/**
 * Trained numbers on their way from one format to another.
 *
 * @param values row-major; never written to after construction
 * @param shape the size of each dimension, outermost first
 */
public record FloatTensor(float[] values, int... shape) {

    /** @throws IllegalArgumentException when the shape does not hold exactly as many numbers as given */
    public FloatTensor {
        if (size(shape) != values.length) {
            throw new IllegalArgumentException(
                    "A tensor of shape %s cannot hold %d numbers".formatted(Arrays.toString(shape), values.length));
        }
    }

    /** The same numbers with the dimensions in another order, as NumPy's {@code transpose(axes)}. */
    public FloatTensor transposed(int... axes) {
        int rank = shape.length;
        int[] strides = strides(shape);
        int[] newShape = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            newShape[axis] = shape[axes[axis]];
        }
        int[] newStrides = strides(newShape);
        float[] moved = new float[values.length];
        for (int to = 0; to < moved.length; to++) {
            int from = 0;
            for (int axis = 0; axis < rank; axis++) {
                from += to / newStrides[axis] % newShape[axis] * strides[axes[axis]];
            }
            moved[to] = values[from];
        }
        return new FloatTensor(moved, newShape);
    }

    /** The same numbers under another shape of the same size. */
    public FloatTensor reshaped(int... newShape) {
        return new FloatTensor(values, newShape);
    }

    public FloatTensor times(float factor) {
        float[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return new FloatTensor(scaled, shape);
    }

    private static int[] strides(int[] shape) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
    }

    private static int size(int[] shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }
}
