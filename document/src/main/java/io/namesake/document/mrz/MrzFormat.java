package io.namesake.document.mrz;

import java.util.Arrays;
import java.util.Optional;

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

    Layout layout() {
        return layout;
    }

    boolean isVisa() {
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
