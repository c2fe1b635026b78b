package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.Portrait;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** A face record of ISO/IEC 19794-5:2005, 5.4 to 5.7: fixed headers, then the picture. */
final class FaceRecord19794 {
    private static final int MAGIC = 'F' << 24 | 'A' << 16 | 'C' << 8;
    private static final int VERSION = '0' << 24 | '1' << 16 | '0' << 8;
    private static final int FACE_HEADER = 20;
    private static final int FEATURE_POINT = 8;
    private static final int IMAGE_HEADER = 12;

    private FaceRecord19794() {}

    static Portrait portrait(byte[] record) throws DocumentUnreadable {
        ByteBuffer in = ByteBuffer.wrap(record);
        try {
            if (in.getInt() != MAGIC || in.getInt() != VERSION) {
                throw new DocumentUnreadable("the face record is not of ISO/IEC 19794-5:2005");
            }
            // The record's own length and the number of faces; the first face is the portrait.
            in.getInt();
            in.getShort();
            int start = in.position();
            long length = in.getInt() & 0xFFFFFFFFL;
            int points = in.getShort() & 0xFFFF;
            int header = FACE_HEADER + points * FEATURE_POINT + IMAGE_HEADER;
            if (length <= header || length > record.length - start) {
                throw new DocumentUnreadable("the face record's lengths do not fit");
            }
            byte[] picture = new byte[(int) length - header];
            in.position(start + header).get(picture);
            return Portrait.of(picture);
        } catch (BufferUnderflowException tooShort) {
            throw new DocumentUnreadable("the face record ends early");
        }
    }
}
