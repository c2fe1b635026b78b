package io.namesake.document.print;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.Identity;
import io.namesake.document.print.ocr.ReadText;
import io.namesake.document.print.ocr.TextReader;
import io.namesake.document.print.page.Quad;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks in the printed zone for what the machine-readable zone says: number, names, birth date and last day. Whoever changes a document often
 * changes one of the two only. What is not found may also have been misread or be written in another way, so it is a sign and no proof.
 */
final class ZoneComparison {
    private static final int MOST_ROWS = 26;
    private static final int NEARLY = 2;
    private static final double SURE = 0.9;
    private static final int LONG_ENOUGH = 6;
    private static final List<DateTimeFormatter> DATES = List.of(
            pattern("ddMMMyyyy"),
            pattern("ddMMyyyy"),
            pattern("yyyyMMdd"),
            pattern("ddMMMyy"),
            pattern("ddMMyy"),
            pattern("MMddyyyy"),
            pattern("dMMMyyyy"),
            pattern("dMyyyy"));

    private final TextReader reader;

    ZoneComparison(TextReader reader) {
        this.reader = reader;
    }

    EvidenceCheck compare(ReadPage withZone, List<ReadPage> pages, Identity identity) {
        Map<String, List<Set<String>>> wanted = wanted(identity);
        Map<String, List<Set<String>>> open = new LinkedHashMap<>(wanted);
        boolean near =
                look(withZone, withZone.zone().orElseThrow().place().rows().getFirst(), identity, open);
        for (ReadPage other : pages) {
            if (other != withZone && !open.isEmpty() && !other.isWhole()) {
                near |= eitherWay(other, identity, open);
            }
        }
        if (open.isEmpty()) {
            return EvidenceCheck.passed(CheckKind.ZONES_AGREE, "the printed zone says the same number, names and dates")
                    .withConfidence(95);
        }
        String missing = String.join(", ", open.keySet());
        if (near && open.containsKey("number")) {
            return EvidenceCheck.inconclusive(
                            CheckKind.ZONES_AGREE,
                            "the printed zone has a number that is nearly, but not quite, the same")
                    .withConfidence(60);
        }
        if (open.size() == wanted.size() || open.containsKey("number") && open.size() > 2) {
            return EvidenceCheck.inconclusive(
                    CheckKind.ZONES_AGREE, "the printed zone was not shown, or could not be read");
        }
        return EvidenceCheck.inconclusive(CheckKind.ZONES_AGREE, "not found in the printed zone: " + missing)
                .withConfidence(Math.min(60, 25 * open.size()));
    }

    private boolean eitherWay(ReadPage page, Identity identity, Map<String, List<Set<String>>> open) {
        Optional<Quad> longest =
                page.rows().stream().map(row -> row.place()).max(Comparator.comparingDouble(Quad::width));
        if (longest.isEmpty()) {
            return false;
        }
        int before = open.size();
        boolean near = look(page, longest.get(), identity, open);
        return open.size() == before ? near | look(page, longest.get().turned(), identity, open) : near;
    }

    /** Reads rows that lie like this one, the highest first: values are larger than their labels. Takes out what it finds. */
    private boolean look(ReadPage page, Quad like, Identity identity, Map<String, List<Set<String>>> open) {
        double cos = (like.right().x() - like.left().x()) / like.width();
        double sin = (like.right().y() - like.left().y()) / like.width();
        List<Quad> rows = page.rows().stream()
                .map(row -> along(row.place(), cos, sin))
                .flatMap(Optional::stream)
                .filter(row -> row.width() < 16 * row.height())
                .sorted(Comparator.comparingDouble(Quad::height).reversed())
                .limit(MOST_ROWS)
                .toList();
        boolean near = false;
        String number = plain(identity.documentNumber());
        for (Quad row : rows) {
            if (open.isEmpty()) {
                return near;
            }
            ReadText read = reader.read(page.page(), row);
            String text = plain(read.text());
            near |= read.confidence() > SURE && isNear(text, number);
            open.values().forEach(parts -> parts.removeIf(ways -> ways.stream().anyMatch(text::contains)));
            open.values().removeIf(List::isEmpty);
        }
        return near;
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

    /** Each field's parts, each with the ways in which it may be written. */
    private static Map<String, List<Set<String>>> wanted(Identity identity) {
        Map<String, List<Set<String>>> wanted = new LinkedHashMap<>();
        wanted.put("number", new ArrayList<>(List.of(Set.of(plain(identity.documentNumber())))));
        wanted.put("surname", words(identity.surname()));
        wanted.put("given names", words(identity.givenNames()));
        identity.birthDate().ifPresent(date -> wanted.put("birth date", new ArrayList<>(List.of(ways(date)))));
        identity.lastDay().ifPresent(date -> wanted.put("last day", new ArrayList<>(List.of(ways(date)))));
        wanted.values().removeIf(List::isEmpty);
        return wanted;
    }

    private static List<Set<String>> words(String name) {
        return List.of(name.split(" ")).stream()
                .map(ZoneComparison::plain)
                .filter(word -> !word.isEmpty())
                .map(Set::of)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Set<String> ways(LocalDate date) {
        Set<String> ways = new LinkedHashSet<>();
        DATES.forEach(format -> ways.add(plain(format.format(date))));
        return ways;
    }

    /** Capital letters and digits, those that look alike as one. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "")
                .replace('O', '0')
                .replace('Q', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replace('Z', '2')
                .replace('S', '5')
                .replace('B', '8');
    }

    private static boolean isNear(String text, String number) {
        if (text.length() != number.length() || number.length() < LONG_ENOUGH) {
            return false;
        }
        int differing = 0;
        for (int i = 0; i < number.length(); i++) {
            differing += text.charAt(i) == number.charAt(i) ? 0 : 1;
        }
        return differing > 0 && differing <= NEARLY;
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
