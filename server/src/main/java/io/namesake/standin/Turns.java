package io.namesake.standin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is of a script's rules: the first that fits, until it has answered as often as it says.
 *
 * @param <R> what a rule is
 */
public final class Turns<R> {
    private final List<R> rules;
    private final Function<R, @Nullable Integer> times;
    private final Map<R, AtomicInteger> used = new ConcurrentHashMap<>();

    /**
     * @param rules in their order; null for none
     * @param times how often one answers; null for always
     */
    public Turns(@Nullable List<R> rules, Function<R, @Nullable Integer> times) {
        this.rules = rules == null ? List.of() : List.copyOf(rules);
        this.times = times;
    }

    /** @return empty when none fits any more */
    public Optional<R> next(Predicate<R> fits) {
        return rules.stream().filter(fits).filter(this::hasTurn).findFirst();
    }

    private boolean hasTurn(R rule) {
        var most = times.apply(rule);
        return most == null
                || used.computeIfAbsent(rule, _ -> new AtomicInteger()).getAndIncrement() < most;
    }

    /** @throws IllegalArgumentException when it is given and less than 1 */
    public static void requireTimes(@Nullable Integer times) {
        if (times != null && times < 1) {
            throw new IllegalArgumentException("times must be 1 or more");
        }
    }

    /**
     * Whether a text is one of those that a rule is for.
     *
     * @param pattern with {@code *} at its beginning or end for whatever is there; null for any text
     */
    public static boolean fits(@Nullable String pattern, String text) {
        if (pattern == null) {
            return true;
        }
        boolean begins = pattern.startsWith("*");
        boolean ends = pattern.length() > 1 && pattern.endsWith("*") || pattern.equals("*");
        var part = pattern.substring(begins ? 1 : 0, Math.max(begins ? 1 : 0, pattern.length() - (ends ? 1 : 0)));
        if (begins) {
            return ends ? text.contains(part) : text.endsWith(part);
        }
        return ends ? text.startsWith(part) : text.equals(part);
    }
}
