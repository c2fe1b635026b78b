package io.namesake.modelbuilder.tflite;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Writes small TensorFlow Lite files, by the field numbers of {@code schema.fbs}. */
final class TfliteFile {

    static final int NONE = 0;
    static final int CONV_OPTIONS = 1;
    static final int DEPTHWISE_OPTIONS = 2;
    static final int ADD_OPTIONS = 11;
    static final int RESHAPE_OPTIONS = 17;
    static final int MUL_OPTIONS = 21;
    static final int SUB_OPTIONS = 28;

    private final FlatBufferBuilder file = new FlatBufferBuilder();
    private final List<Integer> buffers = new ArrayList<>();
    private final List<Integer> tensors = new ArrayList<>();
    private final List<Integer> codes = new ArrayList<>();
    private final List<Integer> operators = new ArrayList<>();

    TfliteFile() {
        buffer(new byte[0]);
    }

    /** A tensor that is computed, or given by the caller. */
    int tensor(int... shape) {
        return tensor(0, shape);
    }

    int constant(float[] values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return tensor(buffer(bytes.array()), shape);
    }

    /** Adds an operator with one output; {@code options} fills the fields of its options table. */
    void operator(int code, int optionsType, ToIntFunction<FlatBufferBuilder> options, int output, int... inputs) {
        file.startTable(4);
        file.addByte(0, (byte) code, 0);
        file.addInt(3, code, 0);
        codes.add(file.endTable());
        int optionsTable = optionsType == NONE ? 0 : options.applyAsInt(file);
        int inputVector = ints(inputs);
        int outputVector = ints(output);
        file.startTable(5);
        file.addInt(0, codes.size() - 1, 0);
        file.addOffset(1, inputVector, 0);
        file.addOffset(2, outputVector, 0);
        file.addByte(3, (byte) optionsType, 0);
        file.addOffset(4, optionsTable, 0);
        operators.add(file.endTable());
    }

    /** Options of a convolution; with {@code depthwise} the activation comes one field later. */
    static ToIntFunction<FlatBufferBuilder> window(boolean same, int stride, int activation, boolean depthwise) {
        return file -> {
            file.startTable(7);
            file.addByte(0, (byte) (same ? 0 : 1), 0);
            file.addInt(1, stride, 0);
            file.addInt(2, stride, 0);
            if (depthwise) {
                file.addInt(3, 1, 0);
            }
            file.addByte(depthwise ? 4 : 3, (byte) activation, 0);
            return file.endTable();
        };
    }

    static ToIntFunction<FlatBufferBuilder> plain() {
        return file -> {
            file.startTable(1);
            return file.endTable();
        };
    }

    byte[] finish(int input, int output) {
        int tensorVector = tables(tensors);
        int operatorVector = tables(operators);
        int inputVector = ints(input);
        int outputVector = ints(output);
        file.startTable(5);
        file.addOffset(0, tensorVector, 0);
        file.addOffset(1, inputVector, 0);
        file.addOffset(2, outputVector, 0);
        file.addOffset(3, operatorVector, 0);
        int graphs = tables(List.of(file.endTable()));
        int codeVector = tables(codes);
        int bufferVector = tables(buffers);
        file.startTable(5);
        file.addInt(0, 3, 0);
        file.addOffset(1, codeVector, 0);
        file.addOffset(2, graphs, 0);
        file.addOffset(4, bufferVector, 0);
        file.finish(file.endTable());
        return file.sizedByteArray();
    }

    private int tensor(int buffer, int... shape) {
        int shapeVector = ints(shape);
        file.startTable(4);
        file.addOffset(0, shapeVector, 0);
        file.addInt(2, buffer, 0);
        tensors.add(file.endTable());
        return tensors.size() - 1;
    }

    private int buffer(byte[] content) {
        int data = file.createByteVector(content);
        file.startTable(1);
        file.addOffset(0, data, 0);
        buffers.add(file.endTable());
        return buffers.size() - 1;
    }

    private int ints(int... values) {
        file.startVector(Integer.BYTES, values.length, Integer.BYTES);
        for (int i = values.length - 1; i >= 0; i--) {
            file.addInt(values[i]);
        }
        return file.endVector();
    }

    private int tables(List<Integer> offsets) {
        return file.createVectorOfTables(
                offsets.stream().mapToInt(Integer::intValue).toArray());
    }
}
