package io.namesake.face.engine.decode;

import java.util.Optional;

/**
 * What a baseline or extended sequential JPEG of one scan says before its data: frame, scan and tables (ISO/IEC 10918-1, Annex B).
 *
 * @param width of the picture
 * @param height of the picture
 * @param components one (grey) or three (luma, blue and red chroma), in the order of the scan
 * @param restartInterval after how many minimum coded units the codes start anew; 0 for never
 * @param dataFrom where the coded data starts
 * @param dataTo where it ends
 */
record JpegHeader(int width, int height, Component[] components, int restartInterval, int dataFrom, int dataTo) {
    /** Coefficients are stored along the diagonals of a block (Figure A.6); row after row for us. */
    static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    /**
     * One of luma and chroma.
     *
     * @param across blocks across of each minimum coded unit, 1 or 2
     * @param down blocks down of it, 1 or 2
     * @param steps what each coefficient is multiplied by, row after row
     */
    record Component(int across, int down, int[] steps, PrefixCode first, PrefixCode others) {}

    int mostAcross() {
        return components[0].across;
    }

    int mostDown() {
        return components[0].down;
    }

    int unitsAcross() {
        return ceil(width, 8 * mostAcross());
    }

    int unitsDown() {
        return ceil(height, 8 * mostDown());
    }

    static int ceil(int value, int by) {
        return (value + by - 1) / by;
    }

    /** Reads a file that {@link JpegFile} walked through; empty for one of another kind, or with anything unusual in it. */
    static Optional<JpegHeader> read(byte[] file) {
        try {
            return new Reader(Bytes.bigEndian(file)).read();
        } catch (IndexOutOfBoundsException | IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    private static final class Reader {
        private final Bytes bytes;
        private final int[][] steps = new int[4][];
        private final PrefixCode[] first = new PrefixCode[4];
        private final PrefixCode[] others = new PrefixCode[4];
        private int frame;
        private int restartInterval;

        Reader(Bytes bytes) {
            this.bytes = bytes;
        }

        Optional<JpegHeader> read() {
            int at = 2;
            while (true) {
                int from = at + 4;
                int to = at + 2 + bytes.u16(at + 2);
                switch (bytes.u8(at + 1)) {
                    case 0xDB -> steps(from, to);
                    case 0xC4 -> codes(from, to);
                    case 0xC0, 0xC1 -> frame = from;
                    case 0xC2 -> {
                        return Optional.empty();
                    }
                    case 0xDD -> restartInterval = bytes.u16(from);
                    case 0xDA -> {
                        return scan(from, to);
                    }
                    default -> {}
                }
                at = to;
            }
        }

        private void steps(int from, int to) {
            for (int at = from; at < to; ) {
                int wide = bytes.u8(at) >> 4;
                int[] table = new int[64];
                for (int i = 0; i < 64; i++) {
                    table[ZIGZAG[i]] = wide == 0 ? bytes.u8(at + 1 + i) : bytes.u16(at + 1 + 2 * i);
                }
                steps[bytes.u8(at) & 15] = table;
                at += 1 + (wide == 0 ? 64 : 128);
            }
        }

        private void codes(int from, int to) {
            for (int at = from; at < to; ) {
                int[] counts = new int[16];
                int all = 0;
                for (int i = 0; i < 16; i++) {
                    counts[i] = bytes.u8(at + 1 + i);
                    all += counts[i];
                }
                byte[] symbols = new byte[all];
                for (int i = 0; i < all; i++) {
                    symbols[i] = (byte) bytes.u8(at + 17 + i);
                }
                PrefixCode[] codes = bytes.u8(at) >> 4 == 0 ? first : others;
                codes[bytes.u8(at) & 15] = new PrefixCode(counts, symbols);
                at += 17 + all;
            }
        }

        private Optional<JpegHeader> scan(int from, int to) {
            int count = frame == 0 ? 0 : bytes.u8(frame + 5);
            int end = endOfData(to);
            boolean usual = (count == 1 || count == 3)
                    && bytes.u8(from) == count
                    && bytes.u8(from + 1 + 2 * count) == 0
                    && bytes.u8(from + 2 + 2 * count) == 63
                    && bytes.u8(from + 3 + 2 * count) == 0
                    && bytes.u8(end + 1) == 0xD9;
            Component[] components = new Component[count];
            for (int i = 0; usual && i < count; i++) {
                components[i] = component(frame + 6 + 3 * i, from + 1 + 2 * i, count, i);
                usual = components[i] != null;
            }
            return usual
                    ? Optional.of(new JpegHeader(
                            bytes.u16(frame + 3), bytes.u16(frame + 1), components, restartInterval, to, end))
                    : Optional.empty();
        }

        /** Null when something is missing or unusual. */
        private Component component(int inFrame, int inScan, int count, int index) {
            // A component by itself is coded block by block, whatever its sampling says.
            int across = count == 1 ? 1 : bytes.u8(inFrame + 1) >> 4;
            int down = count == 1 ? 1 : bytes.u8(inFrame + 1) & 15;
            int most = index == 0 ? 2 : 1;
            int[] step = steps[bytes.u8(inFrame + 2)];
            PrefixCode direct = first[bytes.u8(inScan + 1) >> 4];
            PrefixCode alternating = others[bytes.u8(inScan + 1) & 15];
            boolean usual = bytes.u8(inFrame) == bytes.u8(inScan)
                    && across >= 1
                    && across <= most
                    && down >= 1
                    && down <= most
                    && step != null
                    && direct != null
                    && alternating != null;
            return usual ? new Component(across, down, step, direct, alternating) : null;
        }

        /** The next marker; stuffed zeros, fill bytes and restart markers belong to the data. */
        private int endOfData(int from) {
            int at = from;
            while (true) {
                if (bytes.u8(at) == 0xFF) {
                    int next = bytes.u8(at + 1);
                    if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                        return at;
                    }
                }
                at++;
            }
        }
    }
}
