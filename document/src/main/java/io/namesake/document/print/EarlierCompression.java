package io.namesake.document.print;

import io.namesake.document.print.page.Quad;
import io.namesake.document.print.page.StoredBlocks;
import io.namesake.document.print.page.StoredBlocks.Block;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Whether portrait and page were compressed alike before the file was saved the last time. A photo whose portrait was exchanged is saved again: the page around it had been a JPEG before, and
 * compressing it again with its earlier steps changes nothing in it; the portrait, which came from elsewhere and lies otherwise on the grid of blocks, shows an error there (error levels;
 * Farid, Exposing digital forgeries from JPEG ghosts, 2009).
 *
 * <p>The earlier steps are not known, so each is tried, frequency by frequency: after a coarser quantisation most values of the finer one do not occur any more. Nothing is to be seen where the
 * earlier compression was the finer one, where it was the only one, and after the picture was made smaller or cut.
 */
final class EarlierCompression {
    /** How often a frequency must be in use to say something of it. */
    private static final int ENOUGH = 120;
    /** A step this much coarser than the file's own can be told. */
    private static final double COARSER = 1.8;

    private static final int COARSEST = 60;
    /** Pixels were rounded in between, which moves a value by less than this. */
    private static final double ROUNDED = 1;
    /** Of the values that an earlier step does not allow, at most so many occur after it. */
    private static final double FEW = 0.12;
    /** And at least so many where it was not used. */
    private static final double MANY = 0.35;
    /** Frequencies that must say so. */
    private static final int WITNESSES = 2;

    private static final int LEAST_SURE = 65;
    private static final int EACH_WITNESS = 5;
    private static final int MOST_SURE = 85;

    private EarlierCompression() {}

    /** @param inside well within the portrait @param whole all of it with some air; what lies outside is the page */
    static PortraitSign sign(StoredBlocks stored, Quad inside, Quad whole) {
        List<Block> portrait = of(stored, block -> inside.holds(block.middle()));
        List<Block> page = of(stored, block -> !whole.holds(block.middle()));
        int told = 0;
        int pageOnly = 0;
        int portraitOnly = 0;
        for (int k = 0; k < StoredBlocks.FREQUENCIES; k++) {
            int step = stored.steps()[k];
            Sizes within = sizes(portrait, k);
            Sizes without = sizes(page, k);
            if (within.total() < ENOUGH || without.total() < ENOUGH) {
                continue;
            }
            told++;
            pageOnly += differs(step, without, within) ? 1 : 0;
            portraitOnly += differs(step, within, without) ? 1 : 0;
        }
        if (told < WITNESSES) {
            return PortraitSign.unknown("the file keeps too little of it to compare how it was compressed");
        }
        int witnesses = Math.max(pageOnly, portraitOnly);
        if (witnesses < WITNESSES) {
            return PortraitSign.notSeen("it was compressed like the page around it");
        }
        return PortraitSign.seen(
                pageOnly >= portraitOnly
                        ? "the page around it was compressed before, and it was not"
                        : "it was compressed before, and the page around it was not",
                Math.min(MOST_SURE, LEAST_SURE + EACH_WITNESS * (witnesses - WITNESSES)));
    }

    /** Whether there is a coarser step that all of the one were once brought to and the others were not. */
    private static boolean differs(int step, Sizes ones, Sizes others) {
        for (int earlier = (int) Math.ceil(COARSER * step); earlier <= COARSEST; earlier++) {
            OptionalDouble one = forbidden(step, earlier, ones);
            if (one.isPresent()
                    && one.getAsDouble() <= FEW
                    && forbidden(step, earlier, others).orElse(0) >= MANY) {
                return true;
            }
        }
        return false;
    }

    /** Which share of the values an earlier step does not allow; empty where it allows nearly all. */
    static OptionalDouble forbidden(int step, int earlier, Sizes values) {
        int allowedBelow = 0;
        int below = Math.max(2, earlier / step);
        for (int size = 1; size <= below; size++) {
            allowedBelow += isAllowed(step, earlier, size) ? 1 : 0;
        }
        if (allowedBelow * 2 > below) {
            return OptionalDouble.empty();
        }
        int not = 0;
        for (int size = 1; size < values.counts().length; size++) {
            not += isAllowed(step, earlier, size) ? 0 : values.counts()[size];
        }
        return OptionalDouble.of((double) not / values.total());
    }

    private static boolean isAllowed(int step, int earlier, int size) {
        double now = size * (double) step;
        // What an earlier step had brought to nothing is nothing still.
        double nearest = Math.max(1, Math.round(now / earlier)) * (double) earlier;
        return Math.abs(now - nearest) <= step / 2.0 + ROUNDED;
    }

    private static List<Block> of(StoredBlocks stored, Predicate<Block> where) {
        return stored.blocks().stream().filter(where).toList();
    }

    /**
     * How often each size of a value occurs: there are many values and few sizes.
     *
     * @param counts by size, without its sign; none for 0
     * @param total of all
     */
    record Sizes(int[] counts, int total) {
        static Sizes of(int[] values) {
            int[] counts = new int[Arrays.stream(values).map(Math::abs).max().orElse(0) + 1];
            int total = 0;
            for (int value : values) {
                if (value != 0) {
                    counts[Math.abs(value)]++;
                    total++;
                }
            }
            return new Sizes(counts, total);
        }
    }

    private static Sizes sizes(List<Block> blocks, int frequency) {
        return Sizes.of(
                blocks.stream().mapToInt(block -> block.values()[frequency]).toArray());
    }
}
