package io.namesake.document.number;

import java.util.Map;
import java.util.Optional;

/**
 * China's citizen identification number, GB 11643-1999: six digits of the region (GB/T 2260), eight of the birth date, three of order (odd for men), and a
 * check character of ISO/IEC 7064, MOD 11-2. The same form is used for residents from Hong Kong, Macao and Taiwan (81, 82, 83) and, beginning
 * with 9, for foreigners with permanent residence.
 */
final class China {
    static final FormatRule RULE = FormatRule.of(
                    "CHN",
                    "公民身份号码",
                    "GB 11643-1999; Law of the People's Republic of China on Resident Identity Cards, Article 3; region codes after GB/T 2260",
                    "(?<region>[1-9]\\d{5})(?<year>(?:18|19|20)\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)\\d\\d(?<sex>\\d)[\\dX]")
            .birth(parts -> BirthClue.of(parts.number("month"), parts.number("day"), parts.number("year")))
            .possible(parts -> province(parts.text("region")).isPresent())
            .sex(parts -> parts.oddIsMale("sex"))
            .region(parts -> Optional.of(new Region(parts.text("region"), province(parts.text("region")))))
            .check(CheckDigits.ALWAYS, Checksum::mod11Radix2);

    private static final Map<String, String> PROVINCES = Map.ofEntries(
            Map.entry("11", "北京市"),
            Map.entry("12", "天津市"),
            Map.entry("13", "河北省"),
            Map.entry("14", "山西省"),
            Map.entry("15", "内蒙古自治区"),
            Map.entry("21", "辽宁省"),
            Map.entry("22", "吉林省"),
            Map.entry("23", "黑龙江省"),
            Map.entry("31", "上海市"),
            Map.entry("32", "江苏省"),
            Map.entry("33", "浙江省"),
            Map.entry("34", "安徽省"),
            Map.entry("35", "福建省"),
            Map.entry("36", "江西省"),
            Map.entry("37", "山东省"),
            Map.entry("41", "河南省"),
            Map.entry("42", "湖北省"),
            Map.entry("43", "湖南省"),
            Map.entry("44", "广东省"),
            Map.entry("45", "广西壮族自治区"),
            Map.entry("46", "海南省"),
            Map.entry("50", "重庆市"),
            Map.entry("51", "四川省"),
            Map.entry("52", "贵州省"),
            Map.entry("53", "云南省"),
            Map.entry("54", "西藏自治区"),
            Map.entry("61", "陕西省"),
            Map.entry("62", "甘肃省"),
            Map.entry("63", "青海省"),
            Map.entry("64", "宁夏回族自治区"),
            Map.entry("65", "新疆维吾尔自治区"),
            Map.entry("71", "台湾省"),
            Map.entry("81", "香港特别行政区"),
            Map.entry("82", "澳门特别行政区"),
            Map.entry("83", "台湾居民"));

    private China() {}

    private static Optional<String> province(String region) {
        int at = region.startsWith("9") ? 1 : 0;
        return Optional.ofNullable(PROVINCES.get(region.substring(at, at + 2)));
    }
}
