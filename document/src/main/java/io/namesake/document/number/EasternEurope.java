package io.namesake.document.number;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Bulgaria, Croatia, Czechia, Poland, Romania, Slovakia, Ukraine, and the states that go on with the number of Yugoslavia. */
final class EasternEurope {
    private static final LocalDate UKRAINIAN_START = LocalDate.of(1899, 12, 31);
    /** Centuries by the first digit of a Romanian number. */
    private static final int[] ROMANIAN_CENTURIES = {0, 1900, 1900, 1800, 1800, 2000, 2000};

    private EasternEurope() {}

    static List<FormatRule> rules() {
        FormatRule czechia = czechia();
        FormatRule serbia = serbia();
        return List.of(
                bulgaria(),
                croatia(),
                czechia,
                czechia.alsoOf("SVK", "Rodné číslo", "Zákon č. 301/1995 Z. z. o rodnom čísle"),
                poland(),
                romania(),
                ukraine(),
                serbia,
                serbia.alsoOf("BIH", "JMBG", "Zakon o jedinstvenom matičnom broju, Službeni glasnik BiH 32/2001"),
                serbia.alsoOf("MNE", "JMB", "Zakon o jedinstvenom matičnom broju, Službeni list Crne Gore 31/2008"),
                serbia.alsoOf("MKD", "ЕМБГ", "Закон за матичната евиденција, Службен весник 36/1992"),
                serbia.alsoOf("SVN", "EMŠO", "Zakon o centralnem registru prebivalstva, 5. člen"));
    }

    /** Of those born before 1900 the month has 20 added, of those born since 2000 it has 40. The ninth digit is even for men. */
    private static FormatRule bulgaria() {
        return FormatRule.of(
                        "BGR",
                        "ЕГН",
                        "Закон за гражданската регистрация, чл. 11; ГД ГРАО, Структура на ЕГН",
                        "(?<year>\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)\\d\\d(?<sex>\\d)\\d")
                .birth(parts -> {
                    int[] centuries = {1900, 1800, 2000};
                    int month = parts.number("month");
                    return month > 60
                            ? BirthClue.of(0, 0, 0)
                            : BirthClue.of(
                                    month % 20, parts.number("day"), centuries[month / 20 % 3] + parts.number("year"));
                })
                .sex(parts -> Parts.male(parts.number("sex") % 2 == 0))
                .check(
                        CheckDigits.ALWAYS,
                        number -> Checksum.weighted(number, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10
                                == Checksum.digit(number, 9));
    }

    private static FormatRule croatia() {
        return FormatRule.of(
                        "HRV",
                        "OIB",
                        "Zakon o osobnom identifikacijskom broju, Narodne novine 60/2008; ISO/IEC 7064, MOD 11,10",
                        "\\d{11}")
                .check(CheckDigits.ALWAYS, Checksum::mod11And10);
    }

    /**
     * Women have 50 added to the month; since 2004, when a day's numbers are used up, 20 is added besides. Nine digits until 1953; since then ten, a multiple
     * of 11, except that until 1985 some end in 0 where the check would have been 10.
     */
    private static FormatRule czechia() {
        return FormatRule.of(
                        "CZE",
                        "Rodné číslo",
                        "Zákon č. 133/2000 Sb. o evidenci obyvatel, § 13",
                        "(?<year>\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)\\d{3}(?<check>\\d)?")
                .birth(parts -> {
                    int year = parts.number("year") + (parts.has("check") && parts.number("year") < 54 ? 2000 : 1900);
                    int month = parts.number("month") % 50;
                    return BirthClue.of(month > 20 && year >= 2004 ? month - 20 : month, parts.number("day"), year);
                })
                .possible(parts -> parts.has("check") || parts.number("year") < 54)
                .sex(parts -> Parts.male(parts.number("month") < 50))
                .check(
                        CheckDigits.ALWAYS,
                        number -> number.length() == 9
                                || Checksum.remainder(number, 11) == 0
                                || number.endsWith("0") && Checksum.remainder(number.substring(0, 9), 11) == 10);
    }

    /** The month has 80 added for those born since 1800, 0 since 1900, 20 since 2000, 40 and 60 after that. */
    private static FormatRule poland() {
        return FormatRule.of(
                        "POL",
                        "PESEL",
                        "Ustawa z dnia 24 września 2010 r. o ewidencji ludności, art. 15",
                        "(?<year>\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)\\d{3}(?<sex>\\d)\\d")
                .birth(parts -> BirthClue.of(
                        parts.number("month") % 20,
                        parts.number("day"),
                        1800 + (parts.number("month") / 20 + 1) % 5 * 100 + parts.number("year")))
                .sex(parts -> parts.oddIsMale("sex"))
                .check(
                        CheckDigits.USUAL,
                        number -> Checksum.weighted(number, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0);
    }

    /** Residents from abroad begin with 7, 8 or 9, which does not tell the century. */
    private static FormatRule romania() {
        return FormatRule.of(
                        "ROU",
                        "Cod numeric personal (CNP)",
                        "Ordonanța de urgență nr. 97/2005; Hotărârea Guvernului nr. 295/2021",
                        "(?<kind>[1-9])(?<year>\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)(?<county>0[1-9]|[1-3]\\d|4[0-8]|5[12]|70|8[0-3])(?!000)\\d{4}")
                .birth(parts -> parts.number("kind") > 6
                        ? BirthClue.ofShortYear(parts.number("month"), parts.number("day"), parts.number("year"))
                        : BirthClue.of(
                                parts.number("month"),
                                parts.number("day"),
                                ROMANIAN_CENTURIES[parts.number("kind")] + parts.number("year")))
                .sex(parts -> parts.number("kind") == 9 ? Optional.empty() : parts.oddIsMale("kind"))
                .region(parts -> Optional.of(new Region(parts.text("county"), Optional.empty())))
                .check(CheckDigits.ALWAYS, number -> {
                    int remainder = Checksum.weighted(number, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
                    return (remainder == 10 ? 1 : remainder) == Checksum.digit(number, 12);
                });
    }

    /** Begins with the days since the end of 1899. */
    private static FormatRule ukraine() {
        return FormatRule.of(
                        "UKR",
                        "РНОКПП",
                        "Податковий кодекс України, стаття 70; наказ Міністерства фінансів № 822 від 29.09.2017",
                        "(?<days>(?!00000)\\d{5})\\d{3}(?<sex>\\d)\\d")
                .birth(parts -> BirthClue.of(UKRAINIAN_START.plusDays(parts.number("days"))))
                .sex(parts -> parts.oddIsMale("sex"))
                .check(
                        CheckDigits.ALWAYS,
                        number -> Math.floorMod(Checksum.weighted(number, -1, 5, 7, 9, 4, 6, 10, 5, 7), 11) % 10
                                == Checksum.digit(number, 9));
    }

    /** The year has three digits. People keep the number of the republic where they were registered first, so every region is right everywhere. */
    private static FormatRule serbia() {
        return FormatRule.of(
                        "SRB",
                        "ЈМБГ",
                        "Закон о јединственом матичном броју грађана, Службени гласник РС 24/2018",
                        "(?<day>\\d\\d)(?<month>\\d\\d)(?<year>\\d{3})(?<region>\\d\\d)(?<serial>\\d{3})\\d")
                .birth(parts -> BirthClue.of(
                        parts.number("month"),
                        parts.number("day"),
                        parts.number("year") + (parts.number("year") >= 800 ? 1000 : 2000)))
                .sex(parts -> Parts.male(parts.number("serial") < 500))
                .region(parts -> Optional.of(new Region(parts.text("region"), Optional.empty())))
                .check(
                        CheckDigits.ALWAYS,
                        number -> Checksum.weighted(number, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0);
    }
}
