package io.namesake.document.number;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Denmark, Estonia, Finland, Iceland, Latvia, Lithuania, Norway, Sweden. */
final class NorthernEurope {
    private static final String DATE_FROM_DAY = "(?<day>\\d\\d)(?<month>\\d\\d)(?<year>\\d\\d)";
    private static final String BALTIC = "(?<kind>[1-8])(?<year>\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)\\d{4}";
    private static final int[] BALTIC_FIRST = {1, 2, 3, 4, 5, 6, 7, 8, 9, 1};
    private static final int[] BALTIC_SECOND = {3, 4, 5, 6, 7, 8, 9, 1, 2, 3};
    private static final String FINNISH_CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    private NorthernEurope() {}

    static List<FormatRule> rules() {
        return List.of(denmark(), estonia(), finland(), iceland(), latvia(), lithuania(), norway(), sweden());
    }

    /** Since October 2007 numbers are issued whose sum is no multiple of 11. */
    private static FormatRule denmark() {
        return FormatRule.of(
                        "DNK",
                        "CPR-nummer",
                        "Lov om Det Centrale Personregister; CPR-kontoret, Personnummeret i CPR",
                        DATE_FROM_DAY + "(?<serial>\\d)\\d\\d(?<sex>\\d)")
                .birth(parts -> BirthClue.of(
                        parts.number("month"),
                        parts.number("day"),
                        danishCentury(parts.number("serial"), parts.number("year")) + parts.number("year")))
                .sex(parts -> parts.oddIsMale("sex"))
                .check(CheckDigits.USUAL, number -> Checksum.weighted(number, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0);
    }

    private static int danishCentury(int serial, int year) {
        return switch (serial) {
            case 4, 9 -> year <= 36 ? 2000 : 1900;
            case 5, 6, 7, 8 -> year <= 57 ? 2000 : 1800;
            default -> 1900;
        };
    }

    private static FormatRule estonia() {
        return baltic("EST", "Isikukood", "EVS 585:2007; Rahvastikuregistri seadus, § 39", BALTIC);
    }

    /** A first digit 9 stands for a person whose number says nothing. */
    private static FormatRule lithuania() {
        return baltic(
                "LTU",
                "Asmens kodas",
                "Lietuvos Respublikos gyventojų registro įstatymas, 8 straipsnis",
                "(?:(?<kind>[1-6])(?<year>\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)|9\\d{6})\\d{4}");
    }

    private static FormatRule baltic(String country, String name, String source, String form) {
        return FormatRule.of(country, name, source, form)
                .birthIfTold(parts -> parts.has("kind")
                        ? Optional.of(BirthClue.of(
                                parts.number("month"),
                                parts.number("day"),
                                1800 + (parts.number("kind") - 1) / 2 * 100 + parts.number("year")))
                        : Optional.empty())
                .sex(parts -> parts.has("kind") ? parts.oddIsMale("kind") : Optional.empty())
                .check(
                        CheckDigits.ALWAYS,
                        number ->
                                Checksum.twoRounds(number, BALTIC_FIRST, BALTIC_SECOND) == Checksum.digit(number, 10));
    }

    /** The sign between date and number tells the century; in a machine-readable zone a hyphen or plus became a blank. */
    private static FormatRule finland() {
        return FormatRule.of(
                        "FIN",
                        "Henkilötunnus",
                        "Valtioneuvoston asetus väestötietojärjestelmästä 128/2010, 2 §; Digi- ja väestötietovirasto",
                        DATE_FROM_DAY + "(?<sign>[-+ A-FU-Y]?)\\d\\d(?<sex>\\d)[0-9A-FHJ-NPR-Y]")
                .separators("[./]")
                .birth(parts -> BirthClue.of(
                        parts.number("month"),
                        parts.number("day"),
                        finnishCenturies(parts.text("sign"))
                                .map(century -> century + parts.number("year"))
                                .toArray()))
                .sex(parts -> parts.oddIsMale("sex"))
                .check(CheckDigits.ALWAYS, NorthernEurope::finnishCheckIsRight);
    }

    private static IntStream finnishCenturies(String sign) {
        return switch (sign) {
            case "+" -> IntStream.of(1800);
            case "", " " -> IntStream.of(1800, 1900);
            case "-", "U", "V", "W", "X", "Y" -> IntStream.of(1900);
            default -> IntStream.of(2000);
        };
    }

    private static boolean finnishCheckIsRight(String number) {
        int last = number.length() - 1;
        String digits = number.substring(0, 6) + number.substring(last - 3, last);
        return FINNISH_CHECK.charAt(Checksum.remainder(digits, 31)) == number.charAt(last);
    }

    /** Registers Iceland issues numbers without the check digit from February 2026 on. */
    private static FormatRule iceland() {
        return FormatRule.of(
                        "ISL",
                        "Kennitala",
                        "Lög um skráningu einstaklinga nr. 140/2019; Þjóðskrá, Uppbygging kennitölu",
                        DATE_FROM_DAY + "\\d{3}(?<century>[890])")
                .birth(parts -> BirthClue.of(
                        parts.number("month"),
                        parts.number("day"),
                        (parts.number("century") == 0 ? 2000 : 1000 + parts.number("century") * 100)
                                + parts.number("year")))
                .check(CheckDigits.USUAL, number -> Checksum.weighted(number, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0);
    }

    /** Numbers given since July 2017 begin with 32 or more and say nothing of their holder. The check digit is known from practice. */
    private static FormatRule latvia() {
        return FormatRule.of(
                        "LVA",
                        "Personas kods",
                        "Fizisko personu reģistra likums, 5. pants",
                        "(?:3[2-9]\\d{5}|" + DATE_FROM_DAY + "(?<century>[0-2]))\\d{4}")
                .birthIfTold(parts -> parts.has("century")
                        ? Optional.of(BirthClue.of(
                                parts.number("month"),
                                parts.number("day"),
                                1800 + parts.number("century") * 100 + parts.number("year")))
                        : Optional.empty())
                .check(
                        CheckDigits.USUAL,
                        number -> (1 + Checksum.weighted(number, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9)) % 11 % 10
                                == Checksum.digit(number, 10));
    }

    /** Day plus 40 is a D number, month plus 40 an emergency (H) number. */
    private static FormatRule norway() {
        return FormatRule.of(
                        "NOR",
                        "Fødselsnummer",
                        "Folkeregisterforskriften (FOR-2017-07-14-1201), § 2-2-1 to § 2-2-4; Skatteetaten",
                        DATE_FROM_DAY + "(?<serial>\\d\\d(?<sex>\\d))\\d\\d")
                .birth(parts -> BirthClue.of(
                        parts.number("month") % 40,
                        parts.number("day") % 40,
                        norwegianYears(parts.number("serial"), parts.number("year"))
                                .toArray()))
                .possible(parts -> parts.number("month") < 80 && parts.number("day") < 80)
                .sex(parts -> parts.oddIsMale("sex"))
                .check(
                        CheckDigits.ALWAYS,
                        number -> Checksum.weighted(number, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
                                && Checksum.weighted(number, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0);
    }

    private static IntStream norwegianYears(int serial, int year) {
        IntStream.Builder years = IntStream.builder();
        if (serial < 500 || serial >= 900 && year >= 40) {
            years.add(1900 + year);
        }
        if (serial >= 500 && serial < 750 && year >= 54) {
            years.add(1800 + year);
        }
        if (serial >= 500 && year < 40) {
            years.add(2000 + year);
        }
        return years.build();
    }

    /** Day plus 60 is a coordination number. A plus instead of the hyphen means a hundred years or more. */
    private static FormatRule sweden() {
        return FormatRule.of(
                        "SWE",
                        "Personnummer",
                        "Folkbokföringslag (1991:481), 18 §; Skatteverket, SKV 704",
                        "(?<century>1[89]|20)?(?<year>\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)(?<sign>\\+?)\\d\\d(?<sex>\\d)\\d")
                .separators("[ ./-]")
                .birth(parts -> BirthClue.of(
                        parts.number("month"),
                        parts.number("day") % 60,
                        swedishCenturies(parts)
                                .map(century -> century + parts.number("year"))
                                .toArray()))
                .sex(parts -> parts.oddIsMale("sex"))
                .check(CheckDigits.ALWAYS, number -> {
                    String digits = number.replace("+", "");
                    return Checksum.luhn(digits.substring(digits.length() - 10));
                });
    }

    private static IntStream swedishCenturies(Parts parts) {
        if (parts.has("century")) {
            return IntStream.of(parts.number("century") * 100);
        }
        return parts.text("sign").isEmpty() ? IntStream.of(1900, 2000) : IntStream.of(1800, 1900);
    }
}
