package io.namesake.application.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.application.transparency.Disclosure.Fate;
import io.namesake.application.transparency.Disclosure.Sum;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Nobody who knows the rule and can add works out a small count: tried with every table that would have been published alike. */
class DisclosureProperties {
    private static final int MOST = 24;
    private static final List<Sum> SUMS = List.of(
            new Sum(4, 0, 1), new Sum(5, 2, 3), new Sum(6, 0, 2), new Sum(7, 1, 3), new Sum(8, 4, 5), new Sum(8, 6, 7));

    @Property(tries = 300)
    void a_small_count_in_a_table_of_two_by_two_could_always_be_another(
            @ForAll @LongRange(max = 11) long a,
            @ForAll @LongRange(max = 11) long b,
            @ForAll @LongRange(max = 11) long c,
            @ForAll @LongRange(max = 11) long d) {
        var published = table(a, b, c, d);
        var fates = Disclosure.of(published, SUMS);
        List<Set<Long>> possible = new ArrayList<>();
        for (int i = 0; i < published.length; i++) {
            possible.add(new HashSet<>());
        }
        for (long w : values(published, fates, 0)) {
            for (long x : values(published, fates, 1)) {
                for (long y : values(published, fates, 2)) {
                    for (long z : values(published, fates, 3)) {
                        var other = table(w, x, y, z);
                        if (looksAlike(published, other, fates)) {
                            for (int i = 0; i < other.length; i++) {
                                possible.get(i).add(other[i]);
                            }
                        }
                    }
                }
            }
        }
        for (int i = 0; i < published.length; i++) {
            assertThat(possible.get(i)).contains(published[i]);
            if (fates.get(i) == Fate.SMALL) {
                assertThat(possible.get(i)).hasSizeGreaterThan(1);
            }
        }
    }

    private static long[] table(long a, long b, long c, long d) {
        return new long[] {a, b, c, d, a + b, c + d, a + c, b + d, a + b + c + d};
    }

    private static long[] values(long[] published, List<Fate> fates, int index) {
        return switch (fates.get(index)) {
            case SHOWN -> new long[] {published[index]};
            case SMALL -> LongStream.rangeClosed(1, 4).toArray();
            case WITHHELD -> LongStream.rangeClosed(5, MOST).toArray();
        };
    }

    private static boolean looksAlike(long[] published, long[] other, List<Fate> fates) {
        for (int i = 0; i < published.length; i++) {
            boolean alike = switch (fates.get(i)) {
                case SHOWN -> other[i] == published[i];
                case SMALL -> other[i] >= 1 && other[i] <= 4;
                case WITHHELD -> other[i] >= 5;
            };
            if (!alike) {
                return false;
            }
        }
        return true;
    }
}
