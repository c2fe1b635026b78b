package io.namesake.document.print.page;

import java.nio.ByteBuffer;
import java.util.Optional;

/** How coarsely a JPEG file keeps its luma (ISO/IEC 10918-1, B.2.4.1). */
final class QuantisationSteps {
    private static final int ALL = 64;
    private static final int TABLES = 4;

    private QuantisationSteps() {}

    /** Of the frequencies of {@link StoredBlocks}, which are the first after the mean; empty where the file does not say, or says nonsense. */
    static Optional<int[]> ofLuma(byte[] file) {
        if (PageHeader.format(file)
                .filter(format -> format == PageHeader.Format.JPEG)
                .isEmpty()) {
            return Optional.empty();
        }
        try {
            return read(ByteBuffer.wrap(file));
        } catch (IndexOutOfBoundsException beyondTheEnd) {
            return Optional.empty();
        }
    }

    private static Optional<int[]> read(ByteBuffer in) {
        int[][] tables = new int[TABLES][];
        int luma = 0;
        int at = 2;
        while (at + 4 <= in.limit()) {
            int marker = in.get(at + 1) & 0xFF;
            if ((in.get(at) & 0xFF) != 0xFF || marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == 0xDA) {
                return Optional.ofNullable(tables[luma]);
            }
            int length = in.getShort(at + 2) & 0xFFFF;
            if (marker == 0xDB) {
                tables(in, at + 4, at + 2 + length, tables);
            } else if (marker >= 0xC0 && marker <= 0xC2) {
                luma = in.get(at + 12) & TABLES - 1;
            }
            at += 2 + length;
        }
        return Optional.empty();
    }

    private static void tables(ByteBuffer in, int from, int end, int[][] tables) {
        int at = from;
        while (at < end) {
            int wide = (in.get(at) & 0xF0) == 0 ? 1 : 2;
            int[] steps = new int[StoredBlocks.FREQUENCIES];
            boolean sound = true;
            for (int k = 0; k < steps.length; k++) {
                int place = at + 1 + (k + 1) * wide;
                steps[k] = wide == 1 ? in.get(place) & 0xFF : in.getShort(place) & 0xFFFF;
                sound &= steps[k] > 0;
            }
            tables[in.get(at) & TABLES - 1] = sound ? steps : null;
            at += 1 + ALL * wide;
        }
    }
}
