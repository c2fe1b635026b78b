package io.namesake.document.mrz;

import io.namesake.document.Identity;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes machine-readable zones for specimens. */
public final class MrzWriter {
    private static final DateTimeFormatter SIX_DIGITS = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private MrzWriter() {}

    /** A passport's two lines of 44 characters, one after the other (ICAO Doc 9303-4, 4.2.2). */
    public static String td3(Identity identity) {
        String name = letters(identity.surname()) + "<<" + letters(identity.givenNames());
        String first = field(identity.documentCode(), 2) + field(identity.issuer(), 3) + field(name, 39);
        String number = field(letters(identity.documentNumber()), 9);
        String birth = date(identity.birthDate().orElse(null));
        String last = date(identity.lastDay().orElse(null));
        String optional = field(letters(identity.personalNumber().orElse("")), 14);
        String sex = switch (identity.sex()) {
            case FEMALE -> "F";
            case MALE -> "M";
            case UNSPECIFIED -> "<";
        };
        String numbered = number + CheckDigit.of(number);
        String dated = birth + CheckDigit.of(birth);
        String rest = last + CheckDigit.of(last) + optional + CheckDigit.of(optional);
        return first
                + numbered
                + field(identity.nationality(), 3)
                + dated
                + sex
                + rest
                + CheckDigit.of(numbered + dated + rest);
    }

    private static String date(LocalDate date) {
        return date == null ? "<<<<<<" : SIX_DIGITS.format(date);
    }

    /** Capital letters and digits without accents; anything else becomes a filler. */
    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "<");
    }

    private static String field(String text, int length) {
        String filled = text + "<".repeat(length);
        return filled.substring(0, length);
    }
}
