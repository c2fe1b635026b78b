package io.namesake.document.number;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Austria, Belgium, France, Germany, Ireland, Luxembourg, the Netherlands, Switzerland. */
final class WesternEurope {
    private static final String IRISH_CHECK = "WABCDEFGHIJKLMNOPQRSTUV";

    private WesternEurope() {}

    static List<FormatRule> rules() {
        return List.of(
                austria(), belgium(), france(), germany(), ireland(), luxembourg(), netherlands(), switzerland());
    }

    /** Months 13 to 15 stand for days whose numbers were used up, so that the month is not told. */
    private static FormatRule austria() {
        return FormatRule.of(
                        "AUT",
                        "Sozialversicherungsnummer",
                        "Allgemeines Sozialversicherungsgesetz, § 30c; Dachverband der Sozialversicherungsträger",
                        "[1-9]\\d{3}(?<day>\\d\\d)(?<month>0[1-9]|1[0-5])(?<year>\\d\\d)")
                .partOfBirth(parts -> BirthClue.ofShortYear(
                        parts.number("month") > 12 ? 0 : parts.number("month"),
                        parts.number("day"),
                        parts.number("year")))
                .check(
                        CheckDigits.ALWAYS,
                        number -> Checksum.weighted(number, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11
                                == Checksum.digit(number, 3));
    }

    /**
     * The check digits tell the century: of those born since 2000 a 2 is put before the number. Month 00 stands for an unknown date as well as for a day
     * whose numbers were used up. Months above 20 (sex unknown) and 40 are BIS numbers of people outside the register.
     */
    private static FormatRule belgium() {
        return FormatRule.of(
                        "BEL",
                        "Rijksregisternummer",
                        "Koninklijk besluit van 3 april 1984 betreffende de samenstelling van het identificatienummer; BIS: wet van 15 januari 1990, artikel 8",
                        "(?<year>\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)\\d\\d(?<sex>\\d)\\d\\d")
                .partOfBirth(parts -> {
                    int month = parts.number("month") % 20;
                    int[] years = belgianCenturies(parts.all())
                            .map(century -> century + parts.number("year"))
                            .toArray();
                    return BirthClue.of(month, month == 0 ? 0 : parts.number("day"), years);
                })
                .possible(parts -> parts.number("month") < 60)
                .sex(parts -> parts.number("month") / 20 == 1 ? Optional.empty() : parts.oddIsMale("sex"))
                .check(CheckDigits.ALWAYS, number -> belgianCheck(number, "") || belgianCheck(number, "2"));
    }

    private static IntStream belgianCenturies(String number) {
        boolean first = belgianCheck(number, "");
        boolean second = belgianCheck(number, "2");
        return first == second ? IntStream.of(1900, 2000) : IntStream.of(first ? 1900 : 2000);
    }

    private static boolean belgianCheck(String number, String prefix) {
        return 97 - Checksum.remainder(prefix + number.substring(0, 9), 97)
                == Checksum.remainder(number.substring(9), 100);
    }

    /** Months from 20 on stand for papers that do not tell the month. Corsica's 2A and 2B count as 19 and 18. */
    private static FormatRule france() {
        return FormatRule.of(
                        "FRA",
                        "NIR (numéro de sécurité sociale)",
                        "Décret n° 82-103 du 22 janvier 1982 relatif au répertoire national d'identification des personnes physiques; INSEE",
                        "(?<sex>[1-478])(?<year>\\d\\d)(?<month>0[1-9]|1[0-2]|[2-9]\\d)(?<place>\\d\\d|2[AB])\\d{8}")
                .partOfBirth(parts -> BirthClue.ofShortYear(
                        parts.number("month") > 12 ? 0 : parts.number("month"), 0, parts.number("year")))
                .sex(parts -> parts.oddIsMale("sex"))
                .region(parts -> Optional.of(new Region(parts.text("place"), Optional.empty())))
                .check(
                        CheckDigits.ALWAYS,
                        number -> 97
                                        - Checksum.remainder(
                                                number.substring(0, 13)
                                                        .replace("2A", "19")
                                                        .replace("2B", "18"),
                                                97)
                                == Checksum.remainder(number.substring(13), 100));
    }

    /** Of the first ten digits exactly one stands twice or three times; until 2016 only twice was right. */
    private static FormatRule germany() {
        return FormatRule.of(
                        "DEU",
                        "Steuerliche Identifikationsnummer",
                        "Abgabenordnung, § 139b; Bundeszentralamt für Steuern; ISO/IEC 7064, MOD 11,10",
                        "[1-9]\\d{10}")
                .possible(parts -> repeatsOneDigit(parts.all().substring(0, 10)))
                .check(CheckDigits.ALWAYS, Checksum::mod11And10);
    }

    private static boolean repeatsOneDigit(String digits) {
        List<Long> more =
                digits
                        .chars()
                        .boxed()
                        .collect(Collectors.groupingBy(digit -> digit, Collectors.counting()))
                        .values()
                        .stream()
                        .filter(count -> count > 1)
                        .toList();
        return more.size() == 1 && more.getFirst() <= 3;
    }

    private static FormatRule ireland() {
        return FormatRule.of(
                        "IRL",
                        "PPS number",
                        "Social Welfare Consolidation Act 2005, section 262; Revenue, Guidelines on the PPSN check character",
                        "\\d{7}[A-W][ABHWTX]?")
                .check(CheckDigits.ALWAYS, number -> {
                    char second = number.length() == 9 ? number.charAt(8) : 'W';
                    int extra = "WTX".indexOf(second) >= 0 ? 0 : 9 * (second - 'A' + 1);
                    int sum = Checksum.weighted(number, 8, 7, 6, 5, 4, 3, 2) + extra;
                    return IRISH_CHECK.charAt(sum % 23) == number.charAt(7);
                });
    }

    /** Two check digits over the same eleven digits: Luhn's, then Verhoeff's. */
    private static FormatRule luxembourg() {
        return FormatRule.of(
                        "LUX",
                        "Numéro d'identification national (matricule)",
                        "Loi du 19 juin 2013 relative à l'identification des personnes physiques; règlement grand-ducal du 28 novembre 2013, article 1er",
                        "(?<year>(?:18|19|20)\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)\\d{5}")
                .birth(parts -> BirthClue.of(parts.number("month"), parts.number("day"), parts.number("year")))
                .check(
                        CheckDigits.ALWAYS,
                        number -> Checksum.luhn(number.substring(0, 12))
                                && Checksum.verhoeff(number.substring(0, 11) + number.charAt(12)));
    }

    private static FormatRule netherlands() {
        return FormatRule.of(
                        "NLD",
                        "Burgerservicenummer",
                        "Wet algemene bepalingen burgerservicenummer; Besluit burgerservicenummer; Rijksdienst voor Identiteitsgegevens, Logisch ontwerp BRP (elfproef)",
                        "(?!0{9})\\d{9}")
                .check(CheckDigits.ALWAYS, number -> Checksum.weighted(number, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0);
    }

    /** An EAN-13 number under the country prefix 756: the check is Luhn's with weight 3 in place of 2. */
    private static FormatRule switzerland() {
        return FormatRule.of(
                        "CHE",
                        "AHV-Nummer",
                        "Bundesgesetz über die Alters- und Hinterlassenenversicherung, Art. 50c; AHVV, Art. 133 ff.; GS1 General Specifications, 7.9",
                        "756\\d{10}")
                .check(
                        CheckDigits.ALWAYS,
                        number -> Checksum.weighted(number, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0);
    }
}
