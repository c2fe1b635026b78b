package io.namesake.modelbuilder.tflite;

import io.namesake.modelbuilder.onnx.FloatTensor;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is needed of a TensorFlow Lite file: its first graph.
 *
 * @param tensors by number
 * @param operators in the order of execution
 * @param input the tensor that the caller fills
 * @param output the tensor that the caller reads
 */
record TfliteModel(List<Tensor> tensors, List<Operator> operators, int input, int output) {

    private static final int FLOAT32 = 0;

    /**
     * @param shape NHWC
     * @param constant its bytes; empty when it is computed
     */
    record Tensor(int[] shape, int type, ByteBuffer constant) {

        boolean isConstant() {
            return constant.hasRemaining();
        }

        FloatTensor floats() {
            if (type != FLOAT32) {
                throw new IllegalArgumentException("Only float32 weights can be converted, not type " + type);
            }
            float[] values = new float[constant.remaining() / Float.BYTES];
            constant.duplicate().order(constant.order()).asFloatBuffer().get(values);
            return new FloatTensor(values, shape);
        }
    }

    /**
     * @param code {@code BuiltinOperator}
     * @param inputs tensor numbers
     * @param output tensor number
     * @param table the operator's own table, for its options
     */
    record Operator(int code, int[] inputs, int output, FlatTable table) {

        FlatTable options() {
            return table.tableAt(4);
        }
    }

    static TfliteModel read(byte[] content) {
        FlatTable model = FlatTable.root(content);
        List<FlatTable> codes = model.tablesAt(1);
        List<FlatTable> buffers = model.tablesAt(4);
        FlatTable graph = model.tablesAt(2).getFirst();
        return new TfliteModel(
                graph.tablesAt(0).stream()
                        .map(tensor -> tensor(tensor, buffers))
                        .toList(),
                graph.tablesAt(3).stream()
                        .map(operator -> operator(operator, codes))
                        .toList(),
                only(graph.intsAt(1), "input"),
                only(graph.intsAt(2), "output"));
    }

    private static Tensor tensor(FlatTable table, List<FlatTable> buffers) {
        return new Tensor(
                table.intsAt(0),
                table.byteAt(1, FLOAT32),
                buffers.get(table.intAt(2, 0)).bytesAt(0));
    }

    private static Operator operator(FlatTable table, List<FlatTable> codes) {
        FlatTable code = codes.get(table.intAt(0, 0));
        // Files of before 2020 have the code in a byte; later ones in an int, with the byte kept for the small codes.
        int builtin = Math.max(code.byteAt(0, 0), code.intAt(3, 0));
        return new Operator(builtin, table.intsAt(1), only(table.intsAt(2), "operator output"), table);
    }

    private static int only(int[] numbers, String what) {
        if (numbers.length != 1) {
            throw new IllegalArgumentException("Expected one %s, found %s".formatted(what, Arrays.toString(numbers)));
        }
        return numbers[0];
    }

    /** The operator that computes tensor {@code number}. */
    Operator producerOf(int number) {
        return operators.stream()
                .filter(operator -> operator.output() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing computes tensor " + number));
    }

    boolean isComputedBy(int code, int number) {
        return IntStream.range(0, operators.size())
                .anyMatch(i ->
                        operators.get(i).output() == number && operators.get(i).code() == code);
    }
}
