package io.namesake.document.print.zone;

import io.namesake.document.mrz.MrzFormat;
import io.namesake.document.mrz.MrzFormat.Place;
import io.namesake.document.print.ocr.TextReader;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Quad;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads a zone whose rows were found. Safe for use by many threads. */
public final class ZoneReader {
    /** Pixels for each character: four steps of the network. */
    private static final int CHARACTER = 32;

    /** Share of the characters that must stand in their places; of another text or format about half do by chance. */
    private static final double EVEN = 0.8;

    private static final double BEYOND = 1.5;
    private static final List<Double> SHARES = List.of(0.68, 0.75, 0.83, 0.92);

    private final TextReader reader;

    public ZoneReader(TextReader reader) {
        this.reader = reader;
    }

    /**
     * A way to read the rows.
     *
     * @param score logarithm of the likelihood per step, of the worst row
     * @param evenness share of the characters that stand in their places
     * @param share of the rows' length that was taken for them
     */
    private record Attempt(MrzFormat format, List<RowAlignment> rows, double score, double evenness, double share) {
        List<double[]> judged() {
            List<double[]> judged = new ArrayList<>();
            for (RowAlignment row : rows) {
                for (int place = 0; place < format.length(); place++) {
                    judged.add(row.judged(place));
                }
            }
            return judged;
        }
    }

    /** The zone, where all of it can be read beyond doubt. */
    public Optional<ReadZone> read(Page page, ZoneRows rows) {
        Attempt attempt = attempt(page, rows, List.of(1.0), false);
        if (attempt.evenness() < EVEN) {
            return Optional.empty();
        }
        return solved(attempt, rows);
    }

    /**
     * The same for a visa, of which both rows may end in fillers that nobody found: they are looked at beyond their end. Of the other
     * kinds one row always ends in a digit.
     */
    public Optional<ReadZone> readBeyond(Page page, ZoneRows rows) {
        if (rows.rows().size() != 2) {
            return Optional.empty();
        }
        ZoneRows longer = new ZoneRows(
                rows.rows().stream().map(row -> row.part(0, 0, BEYOND, 1)).toList());
        Attempt attempt = attempt(page, longer, SHARES, true);
        if (attempt.evenness() < EVEN) {
            return Optional.empty();
        }
        double share = attempt.share();
        return solved(
                attempt,
                new ZoneRows(longer.rows().stream()
                        .map(row -> row.part(0, 0, share, 1))
                        .toList()));
    }

    private static Optional<ReadZone> solved(Attempt attempt, ZoneRows rows) {
        return new ZoneSolver(attempt.format(), attempt.judged())
                .solve()
                .map(solution -> new ReadZone(solution.zone(), solution.changes(), rows));
    }

    /** @param shares of the rows' length that their characters may take */
    private Attempt attempt(Page page, ZoneRows rows, List<Double> shares, boolean onlyVisas) {
        int count = rows.rows().size();
        double most = shares.stream().mapToDouble(share -> 1 / share).max().orElseThrow();
        int longest = count == 3 ? MrzFormat.TD1.length() : MrzFormat.TD3.length();
        List<ZoneLetters> letters = new ArrayList<>();
        for (Quad row : rows.rows()) {
            letters.add(new ZoneLetters(reader.look(page, row, (int) Math.round(CHARACTER * longest * most))));
        }
        Attempt best = best(letters, shares, format -> format.lines() == count && format.isVisa() == onlyVisas);
        // A visa is as long as a passport's or a larger card's zone, and told by its first letter.
        return best.rows().getFirst().read(0) == 'V' && count == 2 && !onlyVisas
                ? best(letters, shares, format -> format.lines() == count && format.isVisa())
                : best;
    }

    private static Attempt best(List<ZoneLetters> letters, List<Double> shares, Predicate<MrzFormat> which) {
        return Arrays.stream(MrzFormat.values())
                .filter(which)
                .flatMap(format -> shares.stream().map(share -> align(format, letters, share)))
                .max(Comparator.comparingDouble(Attempt::evenness).thenComparingDouble(Attempt::score))
                .orElseThrow();
    }

    /** First loosely, to see where the characters stand; then again where each has its place. */
    private static Attempt align(MrzFormat format, List<ZoneLetters> letters, double share) {
        Pitch loose = Pitch.filling(letters.getFirst().steps() * share, format.length());
        List<RowAlignment> rows = rows(format, letters, loose);
        List<Pitch.Seen> seen = new ArrayList<>();
        for (RowAlignment row : rows) {
            for (int place = 0; place < format.length(); place++) {
                if (row.read(place) != '<') {
                    seen.add(new Pitch.Seen(place, row.middle(place)));
                }
            }
        }
        Pitch.Fit fit = loose.fitted(seen);
        List<RowAlignment> exact = rows(format, letters, fit.pitch());
        double score = exact.stream().mapToDouble(RowAlignment::score).min().orElseThrow();
        boolean possible = exact.stream().allMatch(RowAlignment::isPossible);
        return new Attempt(format, exact, score, possible ? fit.share() : 0, share);
    }

    private static List<RowAlignment> rows(MrzFormat format, List<ZoneLetters> letters, Pitch pitch) {
        List<Place> places = format.places();
        List<RowAlignment> rows = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            rows.add(new RowAlignment(
                    letters.get(i), places.subList(i * format.length(), (i + 1) * format.length()), pitch));
        }
        return rows;
    }
}
