package io.namesake.application.internal;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether a name as a person writes it is the one that a machine-readable zone spells in plain capitals (ICAO Doc 9303-3, section 6,
 * table A): {@code Müller} stands there as {@code MUELLER} or {@code MULLER}, and both are right.
 */
final class LatinName {
    /** Letters that decomposition does not make plain. */
    private static final Map<String, String> LETTERS = Map.of(
            "ß", "SS", "ẞ", "SS", "Æ", "AE", "Œ", "OE", "Þ", "TH", "Ð", "D", "Đ", "D", "Ł", "L", "Ħ", "H", "ı", "I");
    /** Letters that are spelled in two ways. */
    private static final Map<String, String> LONG = Map.of("Ä", "AE", "Ö", "OE", "Ü", "UE", "Å", "AA", "Ø", "OE");

    private LatinName() {}

    static boolean same(String read, String written) {
        var spellings = spellings(written);
        return spellings(read).stream().anyMatch(spellings::contains);
    }

    private static Set<String> spellings(String name) {
        var capitals = Normalizer.normalize(name, Normalizer.Form.NFC);
        for (var letter : LETTERS.entrySet()) {
            capitals = capitals.replace(letter.getKey(), letter.getValue());
        }
        capitals = capitals.toUpperCase(Locale.ROOT);
        for (var letter : LETTERS.entrySet()) {
            capitals = capitals.replace(letter.getKey(), letter.getValue());
        }
        var spelledOut = capitals;
        for (var letter : LONG.entrySet()) {
            spelledOut = spelledOut.replace(letter.getKey(), letter.getValue());
        }
        // Often both are the same.
        return new HashSet<>(List.of(plain(capitals.replace("Ø", "O")), plain(spelledOut)));
    }

    /** Letters without marks, spaces, hyphens or apostrophes. */
    private static String plain(String capitals) {
        return Normalizer.normalize(capitals, Normalizer.Form.NFD).replaceAll("[^\\p{L}]", "");
    }
}
