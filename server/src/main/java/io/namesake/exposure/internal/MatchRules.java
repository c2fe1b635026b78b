package io.namesake.exposure.internal;

import io.namesake.registry.HolderDetails;
import java.text.Normalizer;
import java.util.Locale;

/**
 * When what somebody believes is the same as what a document says.
 *
 * <p>Both sides are brought to one form: compatibility decomposition (Unicode TR 15, NFKD), no marks on letters, no difference between upper and
 * lower case, nothing but letters and digits. So {@code García-Lopez} is {@code GARCIA LOPEZ}. Nothing is scored: a likeness in per cent
 * tells a stranger who guesses whether they are getting warmer.
 */
final class MatchRules {

    private MatchRules() {}

    /** The number of a document: letters and digits alone. */
    static boolean idDocument(String given, HolderDetails holder) {
        return same(given, holder.documentNumber())
                || (holder.personalNumber() != null && same(given, holder.personalNumber()));
    }

    /** The whole name, the family name first or last: both are usual. */
    static boolean name(String given, HolderDetails holder) {
        var normal = normal(given);
        return normal.equals(normal(holder.givenNames() + holder.familyName()))
                || normal.equals(normal(holder.familyName() + holder.givenNames()));
    }

    static boolean givenName(String given, HolderDetails holder) {
        return same(given, holder.givenNames());
    }

    static boolean familyName(String given, HolderDetails holder) {
        return same(given, holder.familyName());
    }

    private static boolean same(String given, String known) {
        return normal(given).equals(normal(known));
    }

    /** Never empty for what has a letter or digit in it. */
    static String normal(String text) {
        var letters = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        // Upper case first: one capital has several small letters, such as the two sigmas; and ß becomes SS.
        return letters.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
