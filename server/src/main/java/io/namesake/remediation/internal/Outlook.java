package io.namesake.remediation.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a campaign brings day by day. Pure.
 *
 * <p>On each day the campaign asks as many lines as its pace says, until none is left. Of the cases that were opened on a day, the share
 * {@code stillOpen^k} is still open when the k-th stage comes, and {@code stillOpen^(k-1)} when the reminders before it go out; cases
 * that are under way are counted from the stage where they stand. The contacts of a day are
 * {@code cases * notice + reminders * reminder + limits * limit}, with the configured {@link ContactRates}. Every notice is taken to
 * arrive on the day of its sending, and nobody to ask for more time: both only make the load come later.
 *
 * @param days from today on, without those after the last on which anything happens; at most 366
 */
record Outlook(List<Day> days) {
    private static final int HORIZON = 366;
    private static final int CASES = 0;
    private static final int REMINDERS = 1;
    private static final int LIMITS = 2;
    private static final int DECISIONS = 3;

    Outlook {
        days = List.copyOf(days);
    }

    /**
     * A day; what is expected need not be whole.
     *
     * @param cases that are opened
     * @param reminders that are sent
     * @param limits cases whose limits begin or grow
     * @param decisions cases that come to a person for a decision
     * @param contacts with the contact centre
     */
    record Day(LocalDate day, double cases, double reminders, double limits, double decisions, double contacts) {}

    /**
     * @param today the first day
     * @param left how many lines are still to be asked
     * @param pace lines a day, at least 1
     * @param running how many cases' clocks showed zero on which day
     */
    static Outlook of(
            LocalDate today, long left, int pace, Map<LocalDate, Long> running, Terms terms, ContactRates rates) {
        var load = new TreeMap<LocalDate, double[]>();
        running.forEach((zero, cases) -> follow(load, zero, cases, today, terms, rates.stillOpen()));
        long rest = left;
        for (int day = 0; day < HORIZON && rest > 0; day++) {
            long asked = Math.min(pace, rest);
            rest -= asked;
            add(load, today.plusDays(day), CASES, asked);
            follow(load, today.plusDays(day), asked, today, terms, rates.stillOpen());
        }
        var days = new ArrayList<Day>();
        var end = load.isEmpty() ? today : load.lastKey().plusDays(1);
        for (var day = today; day.isBefore(end) && days.size() < HORIZON; day = day.plusDays(1)) {
            var of = load.getOrDefault(day, new double[4]);
            double contacts =
                    of[CASES] * rates.notice() + of[REMINDERS] * rates.reminder() + of[LIMITS] * rates.limit();
            days.add(new Day(day, of[CASES], of[REMINDERS], of[LIMITS], of[DECISIONS], contacts));
        }
        return new Outlook(days);
    }

    /** What follows for cases whose clock shows zero on a day, as far as it lies ahead. */
    private static void follow(
            TreeMap<LocalDate, double[]> load,
            LocalDate zero,
            double cases,
            LocalDate today,
            Terms terms,
            double stillOpen) {
        double open = cases;
        for (int stage = 0; stage <= terms.stages().size(); stage++) {
            boolean isLast = stage == terms.stages().size();
            var after =
                    isLast ? terms.decisionAfter() : terms.stages().get(stage).after();
            if (day(zero, after).isBefore(today)) {
                continue;
            }
            for (var before : terms.reminders()) {
                var reminded = day(zero, after.minus(before));
                if (!reminded.isBefore(today)) {
                    add(load, reminded, REMINDERS, open);
                }
            }
            open *= stillOpen;
            add(load, day(zero, after), isLast ? DECISIONS : LIMITS, open);
        }
    }

    private static LocalDate day(LocalDate zero, Duration after) {
        return zero.plusDays(after.toDays());
    }

    private static void add(TreeMap<LocalDate, double[]> load, LocalDate day, int what, double cases) {
        load.computeIfAbsent(day, _ -> new double[4])[what] += cases;
    }
}
