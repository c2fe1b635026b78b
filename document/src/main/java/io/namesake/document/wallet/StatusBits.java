package io.namesake.document.wallet;

import io.namesake.document.DocumentUnreadable;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The statuses of a list, packed and compressed (draft-ietf-oauth-status-list-21, 4.1). They are unpacked piece by piece and thrown away but for the one that
 * was asked for, so that a small list cannot grow beyond memory; and no further than {@link #MOST} bytes, so that it cannot take for ever.
 *
 * @param bits of each status: 1, 2, 4 or 8
 * @param compressed ZLIB (RFC 1950)
 */
record StatusBits(int bits, byte[] compressed) {
    /** Bytes of the largest list as it travels: a million statuses that look random take 128 KiB. */
    static final int LARGEST = 1024 * 1024;
    /** Bytes of the largest list unpacked: 134 million statuses of one bit. */
    static final int MOST = 16 * 1024 * 1024;

    private static final Set<Integer> WIDTHS = Set.of(1, 2, 4, 8);
    private static final int PIECE = 8 * 1024;

    static StatusBits of(long bits, byte[] compressed) throws DocumentUnreadable {
        if (bits > 8 || !WIDTHS.contains((int) bits)) {
            throw new DocumentUnreadable("a status takes 1, 2, 4 or 8 bits");
        }
        if (compressed.length > LARGEST) {
            throw new DocumentUnreadable("a status list has at most " + LARGEST + " bytes");
        }
        return new StatusBits((int) bits, compressed);
    }

    /**
     * The status at a place.
     *
     * @return 0 to 2^bits - 1
     * @throws DocumentUnreadable when there is no such place, or the list is damaged or too long: all of it is unpacked, since its checksum is at its end
     */
    int at(long index) throws DocumentUnreadable {
        int each = Byte.SIZE / bits;
        long wanted = index / each;
        int found = -1;
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            byte[] piece = new byte[PIECE];
            long done = 0;
            while (!inflater.finished()) {
                int count = inflater.inflate(piece);
                if (count == 0 && !inflater.finished()) {
                    throw new DocumentUnreadable("the status list breaks off");
                }
                if (wanted >= done && wanted < done + count) {
                    found = piece[(int) (wanted - done)] & 0xFF;
                }
                done += count;
                if (done > MOST) {
                    throw new DocumentUnreadable("a status list has at most " + MOST + " bytes unpacked");
                }
            }
            if (inflater.getRemaining() != 0) {
                throw new DocumentUnreadable("there is something behind the status list");
            }
        } catch (DataFormatException damaged) {
            throw new DocumentUnreadable("the status list is damaged");
        } finally {
            inflater.end();
        }
        if (found < 0) {
            throw new DocumentUnreadable("the status list has no place for this credential");
        }
        // From the least significant bit on (4.1, 3).
        return found >> (int) (index % each) * bits & (1 << bits) - 1;
    }

    @Override
    public String toString() {
        return "StatusBits[" + bits + "]";
    }
}
