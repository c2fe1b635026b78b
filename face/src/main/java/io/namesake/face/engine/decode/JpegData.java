package io.namesake.face.engine.decode;

import io.namesake.face.engine.UnusablePicture;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads the coded data of a scan, block by block (ISO/IEC 10918-1, F.2.2). */
final class JpegData {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int BLOCK = 64;

    /** A block of the longest codes and values takes no more bytes than this, so one look at the end for each block is enough. */
    private static final int PADDING = 2 * 4 * BLOCK;

    private static final int LARGEST_FIRST = 11;
    private static final int ZEROS_16 = 0xF0;

    private final int[] zigzag = JpegHeader.ZIGZAG;
    private final byte[] data;
    /** Where each part between restart markers ends, in bits. */
    private int[] ends = new int[16];

    private int parts;
    /** In bits. */
    private int position;

    JpegData(byte[] file, int from, int to) throws UnusablePicture {
        data = new byte[to - from + PADDING];
        int length = 0;
        for (int i = from; i < to; i++) {
            byte value = file[i];
            data[length++] = value;
            if (value == -1) {
                int next = i + 1 < to ? file[i + 1] & 0xFF : 0xFF;
                if (next == 0) {
                    i++;
                } else {
                    length--;
                    if (next != 0xFF) {
                        endPart(length, next);
                        i++;
                    }
                }
            }
        }
        // Some cameras close the last part, too, with a marker; nothing follows it.
        if (parts == 0 || length > ends[parts - 1] / Byte.SIZE) {
            endPart(length, 0xD0 + (parts & 7));
        }
    }

    private void endPart(int length, int marker) throws UnusablePicture {
        if (marker != 0xD0 + (parts & 7)) {
            throw PictureFile.damaged();
        }
        if (parts == ends.length) {
            ends = Arrays.copyOf(ends, 2 * parts);
        }
        ends[parts++] = Math.multiplyExact(length, 8);
    }

    int parts() {
        return parts;
    }

    /** Goes to the first code after a restart marker. */
    void start(int part) {
        position = part == 0 ? 0 : ends[part - 1];
    }

    /**
     * Reads one block.
     *
     * @param before the first coefficient of the component's block before this one
     * @param block where the coefficients go, row after row; zero until now
     * @param at where it starts
     * @return the place of the last coefficient that is not zero, in the order of the file; 0 when there is at most the first
     */
    int read(JpegHeader.Component component, int part, int before, short[] block, int at) throws UnusablePicture {
        PrefixCode others = component.others();
        int here = position;
        long window = window(here);
        int found = component.first().symbol(window);
        int size = found & 0xFF;
        if (found < 0 || size > LARGEST_FIRST) {
            throw PictureFile.damaged();
        }
        int length = found >> 8;
        int change = size == 0 ? 0 : PrefixCode.extend((int) (window << length >>> Long.SIZE - size), size);
        block[at] = (short) (before + change);
        here += length + size;
        int last = 0;
        for (int k = 1; k < BLOCK; k++) {
            window = window(here);
            int quick = others.coefficient(window);
            if (quick != 0) {
                k += quick >> 8 & 0xFF;
                here += quick & 0xFF;
                if (k >= BLOCK) {
                    throw PictureFile.damaged();
                }
                block[at + zigzag[k]] = (short) (quick >> 16);
                last = k;
                continue;
            }
            found = others.symbol(window);
            if (found < 0) {
                throw PictureFile.damaged();
            }
            length = found >> 8;
            size = found & 15;
            here += length + size;
            if (size == 0) {
                if ((found & 0xFF) != ZEROS_16) {
                    break;
                }
                k += 15;
                continue;
            }
            k += found >> 4 & 15;
            if (k >= BLOCK) {
                throw PictureFile.damaged();
            }
            block[at + zigzag[k]] = (short) PrefixCode.extend((int) (window << length >>> Long.SIZE - size), size);
            last = k;
        }
        if (here > ends[part]) {
            throw PictureFile.damaged();
        }
        position = here;
        return last;
    }

    /** The bits from there on, at least 57 of them. */
    private long window(int bit) {
        return (long) LONGS.get(data, bit >>> 3) << (bit & 7);
    }
}
