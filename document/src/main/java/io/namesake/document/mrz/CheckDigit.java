package io.namesake.document.mrz;

/** The check digit of ICAO Doc 9303-3, 4.9: weights 7, 3, 1; digits count as themselves, letters 10 to 35, fillers 0; modulus 10. */
final class CheckDigit {
    private static final int[] WEIGHTS = {7, 3, 1};

    private CheckDigit() {}

    /** @throws IllegalArgumentException when the text has other characters than digits, capital letters and fillers */
    static char of(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += WEIGHTS[i % WEIGHTS.length] * value(text.charAt(i));
        }
        return (char) ('0' + sum % 10);
    }

    private static int value(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'A' && c <= 'Z') {
            return c - 'A' + 10;
        }
        if (c == Mrz.FILLER) {
            return 0;
        }
        throw new IllegalArgumentException("no character of a machine-readable zone: U+%04X".formatted((int) c));
    }
}
