package io.namesake.document.number;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Egypt, India, Israel, Kazakhstan, Pakistan, South Africa, Sri Lanka, Turkey. */
final class AsiaAndAfrica {
    private static final int[] KAZAKH_FIRST = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private static final int[] KAZAKH_SECOND = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};
    /** Sri Lanka counts every year's days as if it had a 29 February. */
    private static final int LEAP_YEAR = 2000;

    private AsiaAndAfrica() {}

    static List<FormatRule> rules() {
        return List.of(egypt(), india(), israel(), kazakhstan(), pakistan(), southAfrica(), sriLanka(), turkey());
    }

    private static FormatRule egypt() {
        return FormatRule.of(
                        "EGY",
                        "الرقم القومي",
                        "Civil Status Law No. 143 of 1994; how the last digit is made is not published",
                        "(?<century>[23])(?<year>\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)(?<region>\\d\\d)\\d{3}(?<sex>\\d)\\d")
                .birth(parts -> BirthClue.of(
                        parts.number("month"),
                        parts.number("day"),
                        1700 + parts.number("century") * 100 + parts.number("year")))
                .sex(parts -> parts.oddIsMale("sex"))
                .region(parts -> Optional.of(new Region(parts.text("region"), Optional.empty())))
                .unchecked();
    }

    /**
     * Says nothing of its holder. Who may keep it is narrowly drawn (Aadhaar Act 2016, sections 8 and 29, and the Aadhaar (Sharing of Information) Regulations 2016):
     * read it, and do not store it.
     */
    private static FormatRule india() {
        return FormatRule.of(
                        "IND",
                        "Aadhaar",
                        "Aadhaar Act 2016, section 4; UIDAI, A UID Numbering Scheme (2010); may not be stored by most who see it",
                        "[2-9]\\d{11}")
                .check(CheckDigits.ALWAYS, Checksum::verhoeff);
    }

    private static FormatRule israel() {
        return FormatRule.of(
                        "ISR",
                        "מספר זהות",
                        "Population Registry Law, 5725-1965; Population and Immigration Authority",
                        "\\d{9}")
                .check(CheckDigits.ALWAYS, Checksum::luhn);
    }

    /** The seventh digit tells century and sex; 0 is given to foreigners, of whom it says neither. */
    private static FormatRule kazakhstan() {
        return FormatRule.of(
                        "KAZ",
                        "Жеке сәйкестендіру нөмірі (ЖСН)",
                        "Law No. 223-III of 12 January 2007 on national registers of identification numbers; government resolution No. 853 of 26 August 2013",
                        "(?<year>\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)(?<kind>[0-6])\\d{5}")
                .birth(parts -> parts.number("kind") == 0
                        ? BirthClue.ofShortYear(parts.number("month"), parts.number("day"), parts.number("year"))
                        : BirthClue.of(
                                parts.number("month"),
                                parts.number("day"),
                                1800 + (parts.number("kind") - 1) / 2 * 100 + parts.number("year")))
                .sex(parts -> parts.number("kind") == 0 ? Optional.empty() : parts.oddIsMale("kind"))
                .check(
                        CheckDigits.ALWAYS,
                        number ->
                                Checksum.twoRounds(number, KAZAKH_FIRST, KAZAKH_SECOND) == Checksum.digit(number, 11));
    }

    /** The last digit is odd for men. */
    private static FormatRule pakistan() {
        return FormatRule.of(
                        "PAK",
                        "CNIC",
                        "National Database and Registration Authority Ordinance, 2000; NADRA, National Identity Card",
                        "(?<region>[1-8]\\d{4})\\d{7}(?<sex>[1-9])")
                .sex(parts -> parts.oddIsMale("sex"))
                .region(parts -> Optional.of(new Region(parts.text("region"), Optional.empty())))
                .unchecked();
    }

    private static FormatRule southAfrica() {
        return FormatRule.of(
                        "ZAF",
                        "Identity number",
                        "Identification Act 68 of 1997, section 7; Department of Home Affairs",
                        "(?<year>\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)(?<sex>\\d)\\d{3}[0-2]\\d\\d")
                .birth(parts -> BirthClue.ofShortYear(parts.number("month"), parts.number("day"), parts.number("year")))
                .sex(parts -> Parts.male(parts.number("sex") >= 5))
                .check(CheckDigits.ALWAYS, Checksum::luhn);
    }

    /** The day of the year, 500 added for women; twelve digits since 2016, nine and a letter before. */
    private static FormatRule sriLanka() {
        return FormatRule.of(
                        "LKA",
                        "National Identity Card number",
                        "Registration of Persons Act No. 32 of 1968, amended by Act No. 8 of 2016; how the check digit is made is not published",
                        "(?:(?<year>(?:19|20)\\d\\d)(?<day>\\d{3})\\d{5}|(?<short>\\d\\d)(?<date>\\d{3})\\d{4}[VX])")
                .birth(parts -> sriLankanBirth(
                        parts.has("year") ? parts.number("year") : 1900 + parts.number("short"),
                        parts.number(parts.has("year") ? "day" : "date") % 500))
                .possible(parts -> parts.number(parts.has("year") ? "day" : "date") <= 866)
                .sex(parts -> Parts.male(parts.number(parts.has("year") ? "day" : "date") < 500))
                .unchecked();
    }

    private static BirthClue sriLankanBirth(int year, int dayOfYear) {
        if (dayOfYear < 1 || dayOfYear > 366) {
            return BirthClue.of(0, 0, year);
        }
        LocalDate day = LocalDate.ofYearDay(LEAP_YEAR, dayOfYear);
        return BirthClue.of(day.getMonthValue(), day.getDayOfMonth(), year);
    }

    private static FormatRule turkey() {
        return FormatRule.of(
                        "TUR",
                        "T.C. kimlik numarası",
                        "5490 sayılı Nüfus Hizmetleri Kanunu, madde 46; Nüfus ve Vatandaşlık İşleri Genel Müdürlüğü",
                        "[1-9]\\d{10}")
                .check(
                        CheckDigits.ALWAYS,
                        number -> Math.floorMod(Checksum.weighted(number, 7, -1, 7, -1, 7, -1, 7, -1, 7), 10)
                                        == Checksum.digit(number, 9)
                                && Checksum.weighted(number, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1) % 10
                                        == Checksum.digit(number, 10));
    }
}
