package io.namesake.document.number;

import java.util.List;
import java.util.Optional;

/** Albania, Greece, Italy, Portugal, Spain. */
final class SouthernEurope {
    private static final String SPANISH_CHECK = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String ITALIAN_MONTHS = "ABCDEHLMPRST";
    /** Letters that take a digit's place when two people would have the same code (omocodia). */
    private static final String ITALIAN_DIGITS = "LMNPQRSTUV";
    /** Values of 0 to 9 or A to J, then K to Z, at odd places. */
    private static final int[] ITALIAN_ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private SouthernEurope() {}

    static List<FormatRule> rules() {
        return List.of(albania(), greece(), italy(), portugal(), spain());
    }

    /** The first sign tells the decade: digits those from 1800 on, letters those from 1900 on. Women have 50 added to the month. */
    private static FormatRule albania() {
        return FormatRule.of(
                        "ALB",
                        "Numri i identitetit (NID)",
                        "Vendim i Këshillit të Ministrave nr. 827, datë 11.12.2003; how the check letter is made is not published",
                        "(?<decade>[0-9A-T])(?<year>\\d)(?<month>[0156]\\d)(?<day>\\d\\d)\\d{3}[A-W]")
                .birth(parts -> BirthClue.of(
                        parts.number("month") % 50,
                        parts.number("day"),
                        1800 + 10 * Character.digit(parts.text("decade").charAt(0), 36) + parts.number("year")))
                .sex(parts -> Parts.male(parts.number("month") < 50))
                .unchecked();
    }

    private static FormatRule greece() {
        return FormatRule.of(
                        "GRC",
                        "ΑΜΚΑ",
                        "Νόμος 3655/2008, άρθρο 153; ΗΔΙΚΑ, Αριθμός Μητρώου Κοινωνικής Ασφάλισης",
                        "(?<day>\\d\\d)(?<month>\\d\\d)(?<year>\\d\\d)\\d{3}(?<sex>\\d)\\d")
                .birth(parts -> BirthClue.ofShortYear(parts.number("month"), parts.number("day"), parts.number("year")))
                .sex(parts -> parts.oddIsMale("sex"))
                .check(CheckDigits.ALWAYS, Checksum::luhn);
    }

    /** Women have 40 added to the day. */
    private static FormatRule italy() {
        return FormatRule.of(
                        "ITA",
                        "Codice fiscale",
                        "Decreto ministeriale 23 dicembre 1976, n. 13813; Agenzia delle Entrate",
                        "[A-Z]{6}(?<year>[0-9LMNP-V]{2})(?<month>[A-EHLMPR-T])(?<day>[0-9LMNP-V]{2})(?<place>[A-Z][0-9LMNP-V]{3})[A-Z]")
                .birth(parts -> {
                    int day = italianNumber(parts.text("day"));
                    return BirthClue.ofShortYear(
                            1 + ITALIAN_MONTHS.indexOf(parts.text("month")),
                            day > 40 ? day - 40 : day,
                            italianNumber(parts.text("year")));
                })
                .sex(parts -> Parts.male(italianNumber(parts.text("day")) < 40))
                .region(parts -> Optional.of(new Region(
                        parts.text("place").charAt(0)
                                + "%03d"
                                        .formatted(italianNumber(
                                                parts.text("place").substring(1))),
                        Optional.empty())))
                .check(CheckDigits.ALWAYS, SouthernEurope::italianCheckIsRight);
    }

    private static int italianNumber(String text) {
        int number = 0;
        for (char c : text.toCharArray()) {
            int letter = ITALIAN_DIGITS.indexOf(c);
            number = number * 10 + (letter >= 0 ? letter : c - '0');
        }
        return number;
    }

    private static boolean italianCheckIsRight(String code) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = code.charAt(i);
            int value = Character.isDigit(c) ? c - '0' : c - 'A';
            sum += i % 2 == 0 ? ITALIAN_ODD[value] : value;
        }
        return 'A' + sum % 26 == code.charAt(15);
    }

    /** The number of the card: the civil number, its check digit, two signs of the version, and a check digit like Luhn's over letters too. */
    private static FormatRule portugal() {
        return FormatRule.of(
                        "PRT",
                        "Número de documento do cartão de cidadão",
                        "Lei n.º 7/2007; Agência para a Modernização Administrativa, Validação de Número de Documento do Cartão de Cidadão (2009)",
                        "\\d{9}[A-Z0-9]{2}\\d")
                .check(CheckDigits.ALWAYS, number -> {
                    int sum = 0;
                    for (int i = 0; i < 12; i++) {
                        int value = Character.digit(number.charAt(i), 36);
                        int doubled = value * 2 > 9 ? value * 2 - 9 : value * 2;
                        sum += i % 2 == 0 ? doubled : value;
                    }
                    return sum % 10 == 0;
                });
    }

    /** DNI of citizens, NIE of foreigners (X, Y and Z count as 0, 1 and 2). */
    private static FormatRule spain() {
        return FormatRule.of(
                        "ESP",
                        "DNI, NIE",
                        "Real Decreto 1553/2005, artículo 11; NIE: Orden INT/2058/2008",
                        "(?:\\d{8}|[XYZ]\\d{7})[A-HJ-NP-TV-Z]")
                .check(CheckDigits.ALWAYS, number -> {
                    int foreign = "XYZ".indexOf(number.charAt(0));
                    String digits = (foreign >= 0 ? "" + foreign : number.substring(0, 1)) + number.substring(1, 8);
                    return SPANISH_CHECK.charAt(Checksum.remainder(digits, 23)) == number.charAt(8);
                });
    }
}
