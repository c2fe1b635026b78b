package io.namesake.document.number;

import java.util.List;
import java.util.Optional;

/** Hong Kong, Indonesia, Korea, Malaysia, Singapore, Taiwan, Thailand, Vietnam. */
final class EastAsia {
    /** The letters of the values from 10 to 35: in the order of the alphabet, with W, Z, I and O at the end. */
    private static final String TAIWANESE_LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

    private EastAsia() {}

    static List<FormatRule> rules() {
        return List.of(hongKong(), indonesia(), korea(), malaysia(), singapore(), taiwan(), thailand(), vietnam());
    }

    /** A missing first letter counts as a blank, which has the value 36. */
    private static FormatRule hongKong() {
        return FormatRule.of(
                        "HKG",
                        "香港身份證號碼",
                        "Registration of Persons Regulations (Cap. 177A); Immigration Department",
                        "[A-Z]{1,2}\\d{6}[0-9A]")
                .separators("[ ()-]")
                .check(CheckDigits.ALWAYS, number -> {
                    int sum = number.length() == 8 ? 9 * 36 : 0;
                    for (int i = 0; i < number.length(); i++) {
                        sum += (number.length() - i) * Character.digit(number.charAt(i), 36);
                    }
                    return sum % 11 == 0;
                });
    }

    /** Women have 40 added to the day. */
    private static FormatRule indonesia() {
        return FormatRule.of(
                        "IDN",
                        "Nomor Induk Kependudukan (NIK)",
                        "Undang-Undang Nomor 23 Tahun 2006, Pasal 13; Peraturan Pemerintah Nomor 40 Tahun 2019",
                        "(?<region>[1-9]\\d{5})(?<day>\\d\\d)(?<month>\\d\\d)(?<year>\\d\\d)(?!0000)\\d{4}")
                .birth(parts -> BirthClue.ofShortYear(
                        parts.number("month"),
                        parts.number("day") > 40 ? parts.number("day") - 40 : parts.number("day"),
                        parts.number("year")))
                .sex(parts -> Parts.male(parts.number("day") < 40))
                .region(parts -> Optional.of(new Region(parts.text("region"), Optional.empty())))
                .unchecked();
    }

    /** Numbers given since October 2020 have chance digits in place of region and check digit. Foreigners' check digits have 2 added. */
    private static FormatRule korea() {
        return FormatRule.of(
                        "KOR",
                        "주민등록번호",
                        "주민등록법 제7조의2; 주민등록법 시행규칙 제2조",
                        "(?<year>\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)(?<kind>\\d)\\d{6}")
                .birth(parts -> BirthClue.of(
                        parts.number("month"),
                        parts.number("day"),
                        koreanCentury(parts.number("kind")) + parts.number("year")))
                .sex(parts -> parts.oddIsMale("kind"))
                .check(CheckDigits.USUAL, number -> {
                    int kind = Checksum.digit(number, 6);
                    int check = 11 - Checksum.weighted(number, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5) % 11;
                    return (kind >= 5 && kind <= 8 ? check + 2 : check) % 10 == Checksum.digit(number, 12);
                });
    }

    private static int koreanCentury(int kind) {
        return switch (kind) {
            case 0, 9 -> 1800;
            case 1, 2, 5, 6 -> 1900;
            default -> 2000;
        };
    }

    private static FormatRule malaysia() {
        return FormatRule.of(
                        "MYS",
                        "Nombor Kad Pengenalan (MyKad)",
                        "National Registration Regulations 1990; Jabatan Pendaftaran Negara",
                        "(?<year>\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)(?<place>\\d\\d)\\d{3}(?<sex>\\d)")
                .birth(parts -> BirthClue.ofShortYear(parts.number("month"), parts.number("day"), parts.number("year")))
                .possible(parts -> {
                    int place = parts.number("place");
                    return place > 0 && (place < 17 || place > 20);
                })
                .sex(parts -> parts.oddIsMale("sex"))
                .region(parts -> Optional.of(new Region(parts.text("place"), Optional.empty())))
                .unchecked();
    }

    /** S and T are citizens and permanent residents, F, G and M foreigners. The law does not say how the letter is made; it is known from practice. */
    private static FormatRule singapore() {
        return FormatRule.of(
                        "SGP",
                        "NRIC, FIN",
                        "National Registration Act 1965; Immigration and Checkpoints Authority (FIN of series M: 2022)",
                        "[STFGM]\\d{7}[A-Z]")
                .check(CheckDigits.USUAL, number -> {
                    char series = number.charAt(0);
                    int sum = Checksum.weighted(number.substring(1), 2, 7, 6, 5, 4, 3, 2);
                    String letters = switch (series) {
                        case 'S', 'T' -> "JZIHGFEDCBA";
                        case 'F', 'G' -> "XWUTRQPNMLK";
                        default -> "XWUTRQPNJLK";
                    };
                    int offset = series == 'T' || series == 'G' ? 4 : series == 'M' ? 3 : 0;
                    return letters.charAt((sum + offset) % 11) == number.charAt(8);
                });
    }

    /** The letter is the place of first registration. 1 and 2 are citizens, 8 and 9 residents from abroad with numbers since 2021. */
    private static FormatRule taiwan() {
        return FormatRule.of(
                        "TWN",
                        "國民身分證統一編號",
                        "戶籍法施行細則; 內政部戶政司, 國民身分證統一編號; 內政部移民署, 外來人口統一證號 (2021)",
                        "(?<place>[A-Z])(?<sex>[1289])\\d{8}")
                .sex(parts -> Parts.male(parts.number("sex") == 1 || parts.number("sex") == 8))
                .region(parts -> Optional.of(new Region(parts.text("place"), Optional.empty())))
                .check(CheckDigits.ALWAYS, number -> {
                    int letter = 10 + TAIWANESE_LETTERS.indexOf(number.charAt(0));
                    String digits = letter + number.substring(1);
                    return Checksum.weighted(digits, 1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1) % 10 == 0;
                });
    }

    private static FormatRule thailand() {
        return FormatRule.of(
                        "THA",
                        "เลขประจำตัวประชาชน",
                        "Civil Registration Act B.E. 2534 (1991); Department of Provincial Administration",
                        "\\d{13}")
                .check(
                        CheckDigits.ALWAYS,
                        number -> (11 - Checksum.weighted(number, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 10
                                == Checksum.digit(number, 12));
    }

    /** The fourth digit tells century and sex, the next two the year of birth. */
    private static FormatRule vietnam() {
        return FormatRule.of(
                        "VNM",
                        "Số định danh cá nhân",
                        "Luật Căn cước số 26/2023/QH15, Điều 12; Nghị định 137/2015/NĐ-CP, Điều 13",
                        "(?<province>0\\d\\d)(?<kind>\\d)(?<year>\\d\\d)\\d{6}")
                .partOfBirth(parts -> BirthClue.of(0, 0, 1900 + parts.number("kind") / 2 * 100 + parts.number("year")))
                .sex(parts -> Parts.male(parts.number("kind") % 2 == 0))
                .region(parts -> Optional.of(new Region(parts.text("province"), Optional.empty())))
                .unchecked();
    }
}
