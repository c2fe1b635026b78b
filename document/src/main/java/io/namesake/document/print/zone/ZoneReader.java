package io.namesake.document.print.zone;

import io.namesake.document.mrz.MrzFormat;
import io.namesake.document.mrz.MrzFormat.Place;
import io.namesake.document.print.ocr.Lattice;
import io.namesake.document.print.ocr.TextReader;
import io.namesake.document.print.page.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads a zone whose rows were found. Safe for use by many threads. */
public final class ZoneReader {
    /** Pixels for each character: a little more than four steps of the network. */
    private static final int CHARACTER = 36;

    /** Share of the characters that must stand in their places; of another text or format about half do by chance. */
    private static final double EVEN = 0.8;

    private final TextReader reader;

    public ZoneReader(TextReader reader) {
        this.reader = reader;
    }

    /** A way to read the rows. @param score logarithm of the likelihood per step, of the worst row @param evenness share of characters that stand in their places */
    record Attempt(MrzFormat format, List<RowAlignment> rows, double score, double evenness) {
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
        Attempt best = attempt(page, rows);
        if (best.evenness() < EVEN) {
            return Optional.empty();
        }
        return new ZoneSolver(best.format(), best.judged())
                .solve()
                .map(solution -> new ReadZone(solution.zone(), solution.changes(), rows));
    }

    Attempt attempt(Page page, ZoneRows rows) {
        int count = rows.rows().size();
        int width = CHARACTER * (count == 3 ? MrzFormat.TD1.length() : MrzFormat.TD3.length());
        List<ZoneLetters> letters = new ArrayList<>();
        for (var row : rows.rows()) {
            Lattice lattice = reader.look(page, row, width);
            letters.add(new ZoneLetters(lattice));
        }
        return Arrays.stream(MrzFormat.values())
                .filter(format -> format.lines() == count)
                // Visas differ from TD2 and TD3 in their first letter and in what has a digit; both are tried.
                .map(format -> align(format, letters))
                .max(Comparator.comparingDouble(Attempt::evenness).thenComparingDouble(Attempt::score))
                .orElseThrow();
    }

    /** First loosely, to see where the characters stand; then again where each has its place. */
    private static Attempt align(MrzFormat format, List<ZoneLetters> letters) {
        Pitch loose = Pitch.filling(letters.getFirst().steps(), format.length());
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
        return new Attempt(format, exact, score, fit.share());
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
