package io.namesake.document.print;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.Identity;
import io.namesake.document.print.ocr.ReadText;
import io.namesake.document.print.ocr.TextReader;
import io.namesake.document.print.ocr.TextRow;
import io.namesake.document.print.page.Quad;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks in the printed zone for what the machine-readable zone says: number, names, birth date, sex and last day. Whoever changes a document often
 * changes one of the two only. What is not found may also have been misread or be written in another way, so it is a sign and no proof.
 */
final class ZoneComparison {
    private static final int MOST_ROWS = 26;
    private static final int MOST_ACROSS = 4;
    /** A row that is no single letter, in its heights. */
    private static final double LONG = 2.5;

    private static final double SURE = 0.9;
    /** A letter alone, with the air around it, is not wider for its height. */
    private static final double NARROW = 1.6;
    /** It is read in a wider place; without air beside it an M is often nothing at all. */
    private static final double WIDER = 2.2;

    private static final double LETTER_SURE = 0.5;
    /** Of a character, for the height of its row with the air about it: from condensed type to letters that are set apart. */
    private static final double NARROWEST = 0.3;

    private static final double WIDEST = 0.8;
    /** A row of the zone with the air about it. */
    private static final double ROUND_ZONE = 1.2;

    private final TextReader reader;

    ZoneComparison(TextReader reader) {
        this.reader = reader;
    }

    /**
     * What came of it.
     *
     * @param check whether the zones agree
     * @param upsideDown other pages on which something was found with the text read half a turn from how the picture was held
     * @param texts every row that was read on the way, and what lies across the others, as marks do
     */
    record Compared(EvidenceCheck check, Set<ReadPage> upsideDown, List<String> texts) {}

    Compared compare(ReadPage withZone, List<ReadPage> pages, Identity identity) {
        Search search = new Search(identity);
        Set<ReadPage> upsideDown = new HashSet<>();
        look(withZone, withZone.zone().orElseThrow().place().rows().getFirst(), search);
        for (ReadPage other : pages) {
            if (other != withZone && !search.open.isEmpty() && !other.isWhole()) {
                eitherWay(other, search, upsideDown);
            }
        }
        List<String> texts = new ArrayList<>(search.texts);
        for (ReadPage page : pages) {
            texts.addAll(across(page));
        }
        return new Compared(search.check(), upsideDown, texts);
    }

    /** What is printed across a page, both ways up: neither is known. */
    private List<String> across(ReadPage page) {
        double angle = CardFront.angle(page.rows());
        return page.rows().stream()
                .map(TextRow::place)
                .filter(row -> row.width() > LONG * row.height())
                .filter(row -> along(row, Math.cos(angle), Math.sin(angle)).isEmpty())
                .sorted(Comparator.comparingDouble(Quad::height).reversed())
                .limit(MOST_ACROSS)
                .flatMap(row -> Stream.of(row, row.turned()))
                .map(row -> reader.read(page.page(), row).text())
                .toList();
    }

    private void eitherWay(ReadPage page, Search search, Set<ReadPage> upsideDown) {
        Optional<Quad> longest =
                page.rows().stream().map(row -> row.place()).max(Comparator.comparingDouble(Quad::width));
        if (longest.isEmpty()) {
            return;
        }
        int before = search.open.size();
        look(page, longest.get(), search);
        if (search.open.size() == before) {
            look(page, longest.get().turned(), search);
            if (search.open.size() < before) {
                upsideDown.add(page);
            }
        }
    }

    /**
     * Reads rows that lie like this one until everything is found: first those that could be as long as something that is wanted, and of these and the others the highest, for values are larger than their labels.
     */
    private void look(ReadPage page, Quad like, Search search) {
        double cos = (like.right().x() - like.left().x()) / like.width();
        double sin = (like.right().y() - like.left().y()) / like.width();
        List<Quad> rows = page.rows().stream()
                .map(row -> along(row.place(), cos, sin))
                .flatMap(Optional::stream)
                .filter(row -> row.width() < 16 * row.height())
                .filter(row -> !isOfZone(page, row))
                .sorted(Comparator.comparing(search::couldBeWanted)
                        .thenComparingDouble(Quad::height)
                        .reversed())
                .limit(MOST_ROWS)
                .toList();
        for (Quad row : rows) {
            if (!search.open.isEmpty()) {
                search.take(reader.read(page.page(), row));
            }
            if (row.width() < NARROW * row.height()) {
                search.takeLetter(reader.read(page.page(), row.scaled(WIDER, 1)));
            }
        }
    }

    /** The zone itself says what it says; often it was found in pieces, and a piece must not stand for the printed zone. */
    private static boolean isOfZone(ReadPage page, Quad row) {
        return page.zone().stream()
                .flatMap(zone -> zone.place().rows().stream())
                .anyMatch(of -> of.scaled(ROUND_ZONE, ROUND_ZONE).holds(row.centre()));
    }

    /** The same way round as the zone; empty for what lies across. */
    private static Optional<Quad> along(Quad row, double cos, double sin) {
        double dx = row.right().x() - row.left().x();
        double dy = row.right().y() - row.left().y();
        double towards = (dx * cos + dy * sin) / Math.hypot(dx, dy);
        if (Math.abs(towards) < 0.97) {
            return Optional.empty();
        }
        return Optional.of(towards > 0 ? row : row.turned());
    }

    /** What was found so far. */
    private static final class Search {
        private final Identity identity;
        private final int wanted;
        private final Map<String, List<Set<String>>> open;
        private final Set<String> letters = new HashSet<>();
        private final List<String> texts = new ArrayList<>();
        private boolean near;

        Search(Identity identity) {
            this.identity = identity;
            open = PrintedForms.wanted(identity);
            wanted = open.size();
        }

        /** Whether a row is as long for its height as something that was not found yet, in whatever type. */
        boolean couldBeWanted(Quad row) {
            double heights = row.width() / row.height();
            return open.values().stream()
                    .flatMap(List::stream)
                    .flatMap(Set::stream)
                    .anyMatch(way -> heights > NARROWEST * way.length() && heights < WIDEST * way.length());
        }

        void take(ReadText read) {
            texts.add(read.text());
            String text = PrintedForms.plain(read.text());
            near |= read.confidence() > SURE
                    && PrintedForms.isNear(text, PrintedForms.plain(identity.documentNumber()));
            open.values().forEach(parts -> parts.removeIf(ways -> ways.stream().anyMatch(text::contains)));
            open.values().removeIf(List::isEmpty);
        }

        void takeLetter(ReadText read) {
            if (read.confidence() >= LETTER_SURE) {
                letters.add(read.text().strip());
            }
        }

        /** A letter for the other sex stands by itself, and none for this one. */
        private boolean otherSex() {
            return PrintedForms.letter(identity.sex())
                    .filter(own -> !letters.contains(own) && letters.contains(own.equals("F") ? "M" : "F"))
                    .isPresent();
        }

        EvidenceCheck check() {
            if (near && open.containsKey("number")) {
                return sign("the printed zone has a number that is nearly, but not quite, the same", 60);
            }
            if (open.size() == wanted || open.containsKey("number") && open.size() > 2) {
                return EvidenceCheck.inconclusive(
                        CheckKind.ZONES_AGREE, "the printed zone was not shown, or could not be read");
            }
            if (otherSex()) {
                return sign("the printed zone says another sex", 50);
            }
            if (open.isEmpty()) {
                return EvidenceCheck.passed(
                                CheckKind.ZONES_AGREE, "the printed zone says the same number, names and dates")
                        .withConfidence(95);
            }
            return sign(
                    "not found in the printed zone: " + String.join(", ", open.keySet()),
                    Math.min(60, 25 * open.size()));
        }

        private static EvidenceCheck sign(String detail, int confidence) {
            return EvidenceCheck.inconclusive(CheckKind.ZONES_AGREE, detail).withConfidence(confidence);
        }
    }
}
