package io.namesake.application.transparency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Decides which counts of a table can be shown. Counts of 1 to 4 are small and never shown; more are withheld until nobody can
 * work out a small one from what is shown (cell suppression; Hundepool et al., "Statistical Disclosure Control", 2012, chapter 4).
 *
 * <p>The reader is assumed to know this rule: a small count lies between 1 and 4, a withheld one is at least 5, and sums are sums.
 * From that they may narrow a small count down, but never to one number.
 */
final class Disclosure {
    /** The least count that is shown, beside 0, which is about nobody. */
    static final int LEAST = 5;

    private static final long MUCH = Long.MAX_VALUE / 1024;
    private static final int ROUNDS = 200;

    /** What becomes of a count. */
    enum Fate {
        SHOWN,
        SMALL,
        WITHHELD
    }

    /** One count is the sum of others. */
    record Sum(int total, int... parts) {

        IntStream all() {
            return IntStream.concat(IntStream.of(total), IntStream.of(parts));
        }

        boolean has(int index) {
            return all().anyMatch(each -> each == index);
        }
    }

    private final long[] counts;
    private final List<Sum> sums;
    private final Fate[] fates;

    private Disclosure(long[] counts, List<Sum> sums) {
        this.counts = counts.clone();
        this.sums = List.copyOf(sums);
        this.fates = Arrays.stream(counts)
                .mapToObj(count -> count > 0 && count < LEAST ? Fate.SMALL : Fate.SHOWN)
                .toArray(Fate[]::new);
    }

    /** The fate of each count. @param sums which of them are sums of which */
    static List<Fate> of(long[] counts, List<Sum> sums) {
        var disclosure = new Disclosure(counts, sums);
        for (var next = disclosure.toWithhold(); next.isPresent(); next = disclosure.toWithhold()) {
            disclosure.fates[next.get()] = Fate.WITHHELD;
        }
        return List.of(disclosure.fates);
    }

    /** Parts of one whole, which comes last in the answer. */
    static List<Fate> ofParts(long... parts) {
        var counts = Arrays.copyOf(parts, parts.length + 1);
        counts[parts.length] = Arrays.stream(parts).sum();
        return of(
                counts,
                List.of(new Sum(parts.length, IntStream.range(0, parts.length).toArray())));
    }

    /** A shown count, as small as can be, that stands in a sum with a small one which could be worked out. */
    private Optional<Integer> toWithhold() {
        var bounds = bounds();
        var given = new ArrayList<Integer>();
        for (int i = 0; i < counts.length; i++) {
            if (fates[i] == Fate.SMALL && bounds[0][i] == bounds[1][i]) {
                given.add(i);
            }
        }
        if (given.isEmpty()) {
            return Optional.empty();
        }
        return candidates(sums.stream()
                        .filter(sum -> given.stream().anyMatch(sum::has))
                        .flatMapToInt(Sum::all))
                .or(() -> candidates(IntStream.range(0, counts.length)));
    }

    private Optional<Integer> candidates(IntStream indices) {
        return indices.filter(index -> fates[index] == Fate.SHOWN && counts[index] > 0)
                .boxed()
                .min(Comparator.comparingLong(index -> counts[index]));
    }

    /** What a reader can work out: the least and the most that each count can be. */
    private long[][] bounds() {
        var least = new long[counts.length];
        var most = new long[counts.length];
        for (int i = 0; i < counts.length; i++) {
            least[i] = fates[i] == Fate.SHOWN ? counts[i] : fates[i] == Fate.SMALL ? 1 : LEAST;
            most[i] = fates[i] == Fate.SHOWN ? counts[i] : fates[i] == Fate.SMALL ? LEAST - 1 : MUCH;
        }
        boolean changed = true;
        for (int round = 0; changed && round < ROUNDS; round++) {
            changed = false;
            for (var sum : sums) {
                changed |= narrow(sum, least, most);
            }
        }
        return new long[][] {least, most};
    }

    private static boolean narrow(Sum sum, long[] least, long[] most) {
        long leastSum = IntStream.of(sum.parts()).mapToLong(part -> least[part]).sum();
        long mostSum = IntStream.of(sum.parts()).mapToLong(part -> most[part]).sum();
        boolean changed = narrow(sum.total(), leastSum, mostSum, least, most);
        for (int part : sum.parts()) {
            changed |= narrow(
                    part,
                    least[sum.total()] - (mostSum - most[part]),
                    most[sum.total()] - (leastSum - least[part]),
                    least,
                    most);
        }
        return changed;
    }

    private static boolean narrow(int index, long from, long to, long[] least, long[] most) {
        boolean changed = from > least[index] || to < most[index];
        least[index] = Math.max(least[index], from);
        most[index] = Math.min(most[index], to);
        return changed;
    }
}
