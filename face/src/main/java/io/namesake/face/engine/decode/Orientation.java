package io.namesake.face.engine.decode;

import java.nio.ByteOrder;

/**
 * How a stored picture must be turned to stand upright: the eight values of the Orientation tag (Exif 2.32, 4.6.4 A; TIFF 6.0,
 * tag 274). The constants name what is done to the stored picture.
 */
enum Orientation {
    UPRIGHT,
    MIRROR,
    TURN_180,
    FLIP,
    TRANSPOSE,
    TURN_RIGHT,
    TRANSVERSE,
    TURN_LEFT;

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;

    /** Whether width and height change places. */
    boolean swapsSides() {
        return ordinal() >= TRANSPOSE.ordinal();
    }

    /** Where, in the upright picture, the first stored pixel goes. */
    int start(int width, int height) {
        return switch (this) {
            case UPRIGHT, TRANSPOSE -> 0;
            case MIRROR -> width - 1;
            case TURN_180, TRANSVERSE -> width * height - 1;
            case FLIP -> width * (height - 1);
            case TURN_RIGHT -> height - 1;
            case TURN_LEFT -> height * (width - 1);
        };
    }

    /** How far, in the upright picture, the next pixel of a stored row is from the one before. */
    int stepAlongRow(int height) {
        return switch (this) {
            case UPRIGHT, FLIP -> 1;
            case MIRROR, TURN_180 -> -1;
            case TRANSPOSE, TURN_RIGHT -> height;
            case TRANSVERSE, TURN_LEFT -> -height;
        };
    }

    /** How far, in the upright picture, the next stored row is from the one before. */
    int stepToNextRow(int width) {
        return switch (this) {
            case UPRIGHT, MIRROR -> width;
            case TURN_180, FLIP -> -width;
            case TRANSPOSE, TURN_LEFT -> 1;
            case TURN_RIGHT, TRANSVERSE -> -1;
        };
    }

    /** The left edge, in the stored picture of that width, of a square in the upright one. */
    int storedLeft(int left, int top, int side, int width) {
        return switch (this) {
            case UPRIGHT, FLIP -> left;
            case MIRROR, TURN_180 -> width - left - side;
            case TRANSPOSE, TURN_RIGHT -> top;
            case TRANSVERSE, TURN_LEFT -> width - top - side;
        };
    }

    /** Its upper edge there, in the stored picture of that height. */
    int storedTop(int left, int top, int side, int height) {
        return switch (this) {
            case UPRIGHT, MIRROR -> top;
            case TURN_180, FLIP -> height - top - side;
            case TRANSPOSE, TURN_LEFT -> left;
            case TURN_RIGHT, TRANSVERSE -> height - left - side;
        };
    }

    /**
     * Reads the one tag we need from a TIFF structure. We do not hand metadata to a library: it would also parse maker notes and
     * much else that strangers can fill. What cannot be read counts as upright.
     */
    static Orientation fromTiff(Bytes tiff) {
        try {
            ByteOrder order = tiff.has(0, "II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            Bytes ordered = tiff.order(order);
            int directory = Math.toIntExact(ordered.u32(4));
            int entries = ordered.u16(directory);
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if (ordered.u16(entry) == TAG && ordered.u16(entry + 2) == SHORT) {
                    int value = ordered.u16(entry + 8);
                    return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
                }
            }
        } catch (IndexOutOfBoundsException | ArithmeticException unreadable) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }
}
