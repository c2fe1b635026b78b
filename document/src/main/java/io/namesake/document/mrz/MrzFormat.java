package io.namesake.document.mrz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The kinds of machine-readable zones and where their fields lie; lines are put one after the other. */
public enum MrzFormat {
    /** Three lines of 30, cards (ICAO Doc 9303-5, 4.2.2). */
    TD1(
            3,
            30,
            new Layout(
                    span(5, 14), 14, span(30, 36), 36, 37, span(38, 44), 44, span(45, 48), span(15, 30), span(60, 90))),
    /** Two lines of 36, older cards (ICAO Doc 9303-6, 4.2.2). */
    TD2(
            2,
            36,
            new Layout(
                    span(36, 45), 45, span(49, 55), 55, 56, span(57, 63), 63, span(46, 49), span(64, 71), span(5, 36))),
    /** Two lines of 44, passports (ICAO Doc 9303-4, 4.2.2). */
    TD3(
            2,
            44,
            new Layout(
                    span(44, 53), 53, span(57, 63), 63, 64, span(65, 71), 71, span(54, 57), span(72, 86), span(5, 44))),
    /** Two lines of 44, visas (ICAO Doc 9303-7, 4.2.2): no composite digit. */
    MRV_A(
            2,
            44,
            new Layout(
                    span(44, 53), 53, span(57, 63), 63, 64, span(65, 71), 71, span(54, 57), span(72, 88), span(5, 44))),
    /** Two lines of 36, visas (ICAO Doc 9303-7, 5.2.2): no composite digit. */
    MRV_B(
            2,
            36,
            new Layout(
                    span(36, 45), 45, span(49, 55), 55, 56, span(57, 63), 63, span(46, 49), span(64, 72), span(5, 36)));

    private final int lines;
    private final int length;
    private final Layout layout;

    MrzFormat(int lines, int length, Layout layout) {
        this.lines = lines;
        this.length = length;
        this.layout = layout;
    }

    /** Where a field lies: from the first character to before the last. */
    record Span(int from, int to) {
        String in(String zone) {
            return zone.substring(from, to);
        }

        List<Integer> places() {
            return IntStream.range(from, to).boxed().toList();
        }
    }

    record Layout(
            Span number,
            int numberDigit,
            Span birth,
            int birthDigit,
            int sex,
            Span expiry,
            int expiryDigit,
            Span nationality,
            Span optional,
            Span name) {}

    /** How many lines. */
    public int lines() {
        return lines;
    }

    /** Characters in a line. */
    public int length() {
        return length;
    }

    /**
     * A check digit and what it stands for.
     *
     * @param covered places in the zone, in the order in which they are weighted
     * @param digit its own place
     */
    public record Check(List<Integer> covered, int digit) {
        /** Whether the digit of such a zone is right. */
        public boolean holds(CharSequence zone) {
            StringBuilder field = new StringBuilder();
            covered.forEach(place -> field.append(zone.charAt(place)));
            return CheckDigit.of(field.toString()) == zone.charAt(digit);
        }
    }

    /** The digits of the fields; a number that is too long for its field (ICAO Doc 9303-5, note j) has its digit elsewhere. */
    public List<Check> fieldChecks() {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(layout.number.places(), layout.numberDigit));
        checks.add(new Check(layout.birth.places(), layout.birthDigit));
        checks.add(new Check(layout.expiry.places(), layout.expiryDigit));
        if (this == TD3) {
            checks.add(new Check(layout.optional.places(), 86));
        }
        return checks;
    }

    /** The digit of all fields together; visas have none. */
    public Optional<Check> compositeCheck() {
        return switch (this) {
            case TD1 -> Optional.of(composite(59, span(5, 30), span(30, 37), span(38, 45), span(48, 59)));
            case TD2 -> Optional.of(composite(71, span(36, 46), span(49, 56), span(57, 71)));
            case TD3 -> Optional.of(composite(87, span(44, 54), span(57, 64), span(65, 87)));
            case MRV_A, MRV_B -> Optional.empty();
        };
    }

    private static Check composite(int digit, Span... parts) {
        return new Check(
                Arrays.stream(parts).flatMap(part -> part.places().stream()).toList(), digit);
    }

    /** What may stand at a place. */
    public enum Place {
        LETTER,
        DIGIT,
        /** A digit, or a filler where a field is open or empty. */
        DIGIT_OR_FILLER,
        SEX,
        ANY
    }

    /** What may stand at each place of the zone (ICAO Doc 9303-3, 4.3). */
    public List<Place> places() {
        Place[] places = new Place[lines * length];
        Arrays.fill(places, Place.ANY);
        Arrays.fill(places, 0, 5, Place.LETTER);
        fill(places, layout.name, Place.LETTER);
        fill(places, layout.nationality, Place.LETTER);
        fill(places, layout.birth, Place.DIGIT_OR_FILLER);
        fill(places, layout.expiry, Place.DIGIT_OR_FILLER);
        places[layout.sex] = Place.SEX;
        places[layout.birthDigit] = Place.DIGIT;
        places[layout.expiryDigit] = Place.DIGIT;
        places[layout.numberDigit] = this == TD1 || this == TD2 ? Place.DIGIT_OR_FILLER : Place.DIGIT;
        if (this == TD3) {
            places[86] = Place.DIGIT_OR_FILLER;
        }
        compositeCheck().ifPresent(check -> places[check.digit] = Place.DIGIT);
        return List.of(places);
    }

    private static void fill(Place[] places, Span span, Place what) {
        Arrays.fill(places, span.from, span.to, what);
    }

    /** Where the three letters of the issuing state and those of the nationality begin (ICAO Doc 9303-3, section 5). */
    public List<Integer> states() {
        return List.of(2, layout.nationality.from);
    }

    /** The places of the name, which no digit covers. */
    public List<Integer> namePlaces() {
        return layout.name.places();
    }

    Layout layout() {
        return layout;
    }

    /** Whether it is a visa's. */
    public boolean isVisa() {
        return this == MRV_A || this == MRV_B;
    }

    /** The kind with as many characters whose first letter fits: visas begin with V. */
    static Optional<MrzFormat> of(String zone) {
        boolean visa = zone.startsWith("V");
        return Arrays.stream(values())
                .filter(format -> format.lines * format.length == zone.length() && format.isVisa() == visa)
                .findFirst();
    }

    private static Span span(int from, int to) {
        return new Span(from, to);
    }
}
