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
        return write(MrzFormat.TD3, identity);
    }

    /** The lines of a zone, one after the other. What is too long for its field is cut. */
    public static String write(MrzFormat format, Identity identity) {
        String numbered = digit(field(letters(identity.documentNumber()), 9));
        String birth = digit(date(identity.birthDate().orElse(null)));
        String last = digit(date(identity.lastDay().orElse(null)));
        String optional = letters(identity.personalNumber().orElse(""));
        String nationality = field(identity.nationality(), 3);
        String begin = field(identity.documentCode(), 2) + field(identity.issuer(), 3);
        String name = letters(identity.surname()) + "<<" + letters(identity.givenNames());
        String middle = numbered + nationality + birth + sex(identity) + last;
        return switch (format) {
            case TD1 -> {
                String first = begin + numbered + field(optional, 15);
                String rest = field("", 11);
                char all = CheckDigit.of(first.substring(5) + birth + last + rest);
                yield first + birth + sex(identity) + last + nationality + rest + all + field(name, 30);
            }
            case TD2 -> {
                String rest = field(optional, 7);
                yield begin + field(name, 31) + middle + rest + CheckDigit.of(numbered + birth + last + rest);
            }
            case TD3 -> {
                String rest = digit(field(optional, 14));
                yield begin + field(name, 39) + middle + rest + CheckDigit.of(numbered + birth + last + rest);
            }
            case MRV_A -> begin + field(name, 39) + middle + field(optional, 16);
            case MRV_B -> begin + field(name, 31) + middle + field(optional, 8);
        };
    }

    private static String digit(String field) {
        return field + CheckDigit.of(field);
    }

    private static String sex(Identity identity) {
        return switch (identity.sex()) {
            case FEMALE -> "F";
            case MALE -> "M";
            case UNSPECIFIED -> "<";
        };
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
