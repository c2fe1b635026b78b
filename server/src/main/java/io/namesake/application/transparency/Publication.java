package io.namesake.application.transparency;

import io.namesake.application.transparency.Disclosure.Fate;
import io.namesake.application.transparency.Disclosure.Sum;
import io.namesake.application.transparency.MonthReport.ByOutcome;
import io.namesake.application.transparency.MonthReport.ByReason;
import io.namesake.application.transparency.MonthReport.ByService;
import io.namesake.decision.Outcome;
import io.namesake.decision.Reason;
import io.namesake.registry.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes of a month's figures what can be published: a pure function. */
final class Publication {
    private static final Service[] SERVICES = Service.values();
    private static final Outcome[] OUTCOMES = Outcome.values();

    private Publication() {}

    static MonthReport of(MonthFigures figures) {
        var table = Table.of(figures);
        var attended = Disclosure.ofParts(figures.attended(), figures.ended() - figures.attended());
        boolean sharable = attended.getFirst() == Fate.SHOWN && attended.get(1) == Fate.SHOWN && figures.ended() > 0;
        long verified = Arrays.stream(SERVICES)
                .mapToLong(service -> figures.of(service, Outcome.VERIFIED))
                .sum();
        var overturned = Disclosure.ofParts(figures.overturned(), verified - figures.overturned());
        return new MonthReport(
                figures.month().toString(),
                table.at(SERVICES.length, OUTCOMES.length),
                table.row(SERVICES.length),
                IntStream.range(0, SERVICES.length)
                        .mapToObj(row -> new ByService(SERVICES[row], table.at(row, OUTCOMES.length), table.row(row)))
                        .toList(),
                reasons(figures, table),
                Count.of(figures.attended(), attended.getFirst()),
                sharable ? Math.round(100.0 * figures.attended() / figures.ended()) / 100.0 : null,
                Count.of(figures.overturned(), overturned.getFirst()),
                Count.alone(figures.neverFinished()),
                seconds(figures, figures.median().orElse(null)),
                seconds(figures, figures.slowest().orElse(null)));
    }

    /** A decision may have several reasons, but mostly has one: then they add up to an outcome, and must not give it away. */
    private static List<ByReason> reasons(MonthFigures figures, Table table) {
        var published = new ArrayList<ByReason>();
        for (var outcome : List.of(Outcome.REFUSED, Outcome.REVIEW)) {
            var reasons = Arrays.stream(Reason.values())
                    .filter(reason -> reason.outcome() == outcome)
                    .toList();
            var fates =
                    Disclosure.ofParts(reasons.stream().mapToLong(figures::of).toArray());
            boolean hidden = table.at(SERVICES.length, outcome.ordinal()).value() == null;
            for (int i = 0; i < reasons.size(); i++) {
                var count = hidden ? Count.withheld() : Count.of(figures.of(reasons.get(i)), fates.get(i));
                published.add(new ByReason(reasons.get(i), outcome, count));
            }
        }
        return published;
    }

    private static @Nullable Long seconds(MonthFigures figures, @Nullable Duration time) {
        return time == null || figures.ended() < Disclosure.LEAST ? null : time.toSeconds();
    }

    /** Services by outcomes, with the sums of rows and columns as the last of each. */
    private record Table(long[] counts, List<Fate> fates) {
        private static final int WIDTH = OUTCOMES.length + 1;

        static Table of(MonthFigures figures) {
            var counts = new long[(SERVICES.length + 1) * WIDTH];
            for (int row = 0; row < SERVICES.length; row++) {
                for (int column = 0; column < OUTCOMES.length; column++) {
                    long count = figures.of(SERVICES[row], OUTCOMES[column]);
                    counts[index(row, column)] = count;
                    counts[index(row, OUTCOMES.length)] += count;
                    counts[index(SERVICES.length, column)] += count;
                    counts[index(SERVICES.length, OUTCOMES.length)] += count;
                }
            }
            var sums = new ArrayList<Sum>();
            for (int row = 0; row <= SERVICES.length; row++) {
                int each = row;
                sums.add(new Sum(
                        index(row, OUTCOMES.length),
                        IntStream.range(0, OUTCOMES.length)
                                .map(column -> index(each, column))
                                .toArray()));
            }
            for (int column = 0; column <= OUTCOMES.length; column++) {
                int each = column;
                sums.add(new Sum(
                        index(SERVICES.length, column),
                        IntStream.range(0, SERVICES.length)
                                .map(row -> index(row, each))
                                .toArray()));
            }
            return new Table(counts, Disclosure.of(counts, sums));
        }

        Count at(int row, int column) {
            return Count.of(counts[index(row, column)], fates.get(index(row, column)));
        }

        List<ByOutcome> row(int row) {
            return IntStream.range(0, OUTCOMES.length)
                    .mapToObj(column -> new ByOutcome(OUTCOMES[column], at(row, column)))
                    .toList();
        }

        private static int index(int row, int column) {
            return row * WIDTH + column;
        }
    }
}
