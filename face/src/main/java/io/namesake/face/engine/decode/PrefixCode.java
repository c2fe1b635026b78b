package io.namesake.face.engine.decode;

/** A prefix code of a JPEG file (ISO/IEC 10918-1, Annex C and F.2.2), decoded by looking the next bits up in a table. */
final class PrefixCode {
    /** As many bits are looked up at once; longer codes are rare. */
    static final int LOOK = 10;

    private static final int LONGEST = 16;

    /** By the next bits: the length of the code they start with, then eight bits of its symbol; 0 when that code is longer. */
    private final int[] quick = new int[1 << LOOK];
    /** By the next bits: a whole coefficient, see {@link #coefficient}; 0 when code and value take more bits than these. */
    private final int[] coefficients = new int[1 << LOOK];

    /** Above all codes of a length, brought to 16 bits. */
    private final int[] limit = new int[LONGEST + 1];
    /** What is added to a code of a length to find its symbol. */
    private final int[] offset = new int[LONGEST + 1];

    private final byte[] symbols;

    /**
     * @param counts how many codes there are of 1, 2 ... 16 bits
     * @param symbols in the order of their codes
     * @throws IllegalArgumentException when there cannot be such a code
     */
    PrefixCode(int[] counts, byte[] symbols) {
        this.symbols = symbols;
        int code = 0;
        int next = 0;
        for (int length = 1; length <= LONGEST; length++) {
            offset[length] = next - code;
            for (int i = 0; i < counts[length - 1]; i++, code++, next++) {
                if (next >= symbols.length || code >= 1 << length) {
                    throw new IllegalArgumentException("not a prefix code");
                }
                if (length <= LOOK) {
                    fill(code, length, symbols[next] & 0xFF);
                }
            }
            limit[length] = code << LONGEST - length;
            code <<= 1;
        }
    }

    private void fill(int code, int length, int symbol) {
        int rest = LOOK - length;
        int size = symbol & 15;
        for (int i = 0; i < 1 << rest; i++) {
            int bits = code << rest | i;
            quick[bits] = length << 8 | symbol;
            if (size > 0 && size <= rest) {
                int value = extend(i >>> rest - size, size);
                coefficients[bits] = value << 16 | symbol >> 4 << 8 | length + size;
            }
        }
    }

    /** The value that so many bits stand for (F.2.2.1): those without a leading one are negative. */
    static int extend(int bits, int size) {
        return bits < 1 << size - 1 ? bits - (1 << size) + 1 : bits;
    }

    /**
     * A coefficient with its code, if both are short.
     *
     * @param window the next bits, from the highest on
     * @return the value from bit 16 on, the zeros before it from bit 8 on, the bits it all takes below; 0 for look at {@link #symbol}
     */
    int coefficient(long window) {
        return coefficients[(int) (window >>> Long.SIZE - LOOK)];
    }

    /** The length of the next code from bit 8 on and its symbol below; -1 when these bits are no code. */
    int symbol(long window) {
        int found = quick[(int) (window >>> Long.SIZE - LOOK)];
        return found != 0 ? found : longer((int) (window >>> Long.SIZE - LONGEST));
    }

    private int longer(int bits) {
        for (int length = LOOK + 1; length <= LONGEST; length++) {
            if (bits < limit[length]) {
                return length << 8 | symbols[(bits >>> LONGEST - length) + offset[length]] & 0xFF;
            }
        }
        return -1;
    }
}
