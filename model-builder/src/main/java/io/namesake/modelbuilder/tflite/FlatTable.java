package io.namesake.modelbuilder.tflite;

import com.google.flatbuffers.Table;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;

/** One table of a FlatBuffers file, read by field number instead of by generated classes. */
final class FlatTable extends Table {

    private FlatTable(int position, ByteBuffer file) {
        __reset(position, file);
    }

    static FlatTable root(byte[] content) {
        ByteBuffer file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        return new FlatTable(file.getInt(0), file);
    }

    int intAt(int field, int otherwise) {
        int offset = offset(field);
        return offset == 0 ? otherwise : bb.getInt(bb_pos + offset);
    }

    int byteAt(int field, int otherwise) {
        int offset = offset(field);
        return offset == 0 ? otherwise : bb.get(bb_pos + offset);
    }

    FlatTable tableAt(int field) {
        if (offset(field) == 0) {
            throw new IllegalArgumentException("The file lacks table field " + field);
        }
        return new FlatTable(__indirect(bb_pos + offset(field)), bb);
    }

    List<FlatTable> tablesAt(int field) {
        int start = start(field);
        return IntStream.range(0, length(field))
                .mapToObj(i -> new FlatTable(__indirect(start + i * Integer.BYTES), bb))
                .toList();
    }

    int[] intsAt(int field) {
        int start = start(field);
        return IntStream.range(0, length(field))
                .map(i -> bb.getInt(start + i * Integer.BYTES))
                .toArray();
    }

    /** The bytes of a vector, in the file's byte order; empty when the field is absent. */
    ByteBuffer bytesAt(int field) {
        return bb.slice(start(field), length(field)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private int length(int field) {
        int offset = offset(field);
        return offset == 0 ? 0 : __vector_len(offset);
    }

    private int start(int field) {
        int offset = offset(field);
        return offset == 0 ? 0 : __vector(offset);
    }

    /** Where field {@code field} lies; 0 when it has its default. The first two entries of a vtable are sizes. */
    private int offset(int field) {
        return __offset(2 * Short.BYTES + field * Short.BYTES);
    }
}
