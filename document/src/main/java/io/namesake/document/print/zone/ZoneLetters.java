package io.namesake.document.print.zone;

import io.namesake.document.mrz.MrzFormat.Place;
import io.namesake.document.print.ocr.Lattice;
import java.util.Map;

/** How surely each character of zones stands at each step of a row, for each kind of place. */
final class ZoneLetters {
    static final String ALL = "<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "<ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    /** The network knows more than a zone can hold: small letters and other brackets stand for what they look like. */
    private static final Map<Character, String> LOOKS = Map.ofEntries(
            Map.entry('<', "<＜〈《«‹"),
            Map.entry('C', "Cc"),
            Map.entry('O', "Oo"),
            Map.entry('S', "Ss"),
            Map.entry('V', "Vv"),
            Map.entry('W', "Ww"),
            Map.entry('X', "Xx"),
            Map.entry('Z', "Zz"),
            Map.entry('K', "Kk"),
            Map.entry('U', "Uu"),
            Map.entry('P', "Pp"),
            Map.entry('I', "Ii|"),
            Map.entry('L', "L"),
            Map.entry('J', "Jj"),
            Map.entry('Y', "Yy"),
            Map.entry('M', "Mm"),
            Map.entry('0', "0〇"),
            Map.entry('1', "1l"));
    /** Where only digits may stand, these letters were digits; and the other way round. */
    private static final Map<Character, String> DIGIT_LOOKS = Map.of(
            '0', "OoDQ", '1', "Ii|LlT", '2', "Zz", '4', "A", '5', "Ss", '6', "Gb", '7', "T?", '8', "B", '9', "gq");

    private static final Map<Character, String> LETTER_LOOKS =
            Map.of('O', "0〇", 'I', "1l", 'Z', "2", 'A', "4", 'S', "5", 'G', "6", 'B', "8", 'T', "7", 'L', "l");
    /** Such a step is not as good as the character itself. */
    private static final float LOOK_ALIKE = 0.5f;

    /** Where both may stand, O and 0 are one to the network. Two that are taken for each other must cost more than what makes a reading clear. */
    private static final float EITHER = 0.2f;

    /** And I and 1 nearly. */
    private static final float NEARLY = 0.05f;

    private static final float HARDLY = 0.003f;

    private static final float FLOOR = 1e-5f;

    private final float[] nothing;
    private final float[][] plain = new float[ALL.length()][];
    private final float[][] digits = new float[ALL.length()][];
    private final float[][] letters = new float[ALL.length()][];

    ZoneLetters(Lattice row) {
        nothing = new float[row.steps()];
        for (int step = 0; step < nothing.length; step++) {
            nothing[step] = log(row.nothing(step));
        }
        for (int i = 0; i < ALL.length(); i++) {
            char letter = ALL.charAt(i);
            float[] own = row.anyOf(LOOKS.getOrDefault(letter, String.valueOf(letter)));
            float[] digit = row.anyOf(DIGIT_LOOKS.getOrDefault(letter, ""));
            float[] other = row.anyOf(LETTER_LOOKS.getOrDefault(letter, ""));
            plain[i] = switch (letter) {
                case '0', 'O' -> logs(own, letter == '0' ? digit : other, EITHER);
                // A T is taken for a 1 where only digits may stand, and there alone.
                case '1' -> logs(own, row.anyOf("Ii|l"), NEARLY);
                case 'I' -> logs(own, other, NEARLY);
                default -> logs(own, letter <= '9' ? digit : other, HARDLY);
            };
            digits[i] = logs(own, digit, LOOK_ALIKE);
            letters[i] = logs(own, other, LOOK_ALIKE);
        }
    }

    int steps() {
        return nothing.length;
    }

    /** Natural logarithm of the probability that nothing new stands at a step. */
    float nothing(int step) {
        return nothing[step];
    }

    /** Likewise of a character, by its index in {@link #ALL}, as it is judged at such a place. */
    float letter(Place place, int letter, int step) {
        return switch (place) {
            case LETTER, SEX -> letters[letter][step];
            case DIGIT, DIGIT_OR_FILLER -> digits[letter][step];
            case ANY -> plain[letter][step];
        };
    }

    /** The characters that may stand at such a place. */
    static String allowed(Place place) {
        return switch (place) {
            case LETTER -> LETTERS;
            case DIGIT -> DIGITS;
            case DIGIT_OR_FILLER -> "<" + DIGITS;
            case SEX -> "<FMX";
            case ANY -> ALL;
        };
    }

    private static float[] logs(float[] own, float[] alike, float share) {
        float[] logs = new float[own.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = log(own[i] + share * alike[i]);
        }
        return logs;
    }

    private static float log(float probability) {
        return (float) Math.log(Math.min(1, probability) + FLOOR);
    }
}
