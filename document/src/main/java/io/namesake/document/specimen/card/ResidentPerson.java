package io.namesake.document.specimen.card;

import io.namesake.document.Sex;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The holder of a specimen of the Chinese layout, who does not exist.
 *
 * @param name in Chinese
 * @param sex female or male, as the card knows no other
 * @param nation one of the 56, without 族
 * @param birthDate as the number says it
 * @param address of one line; it is broken where it must
 * @param number 18 characters after GB 11643
 * @param authority that issued it
 * @param from first day of its validity
 * @param lastDay last day of it
 */
public record ResidentPerson(
        String name,
        Sex sex,
        String nation,
        LocalDate birthDate,
        String address,
        String number,
        String authority,
        LocalDate from,
        LocalDate lastDay) {
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰飞红建国文辉力一丁";
    private static final List<String> NATIONS = List.of("汉", "汉", "汉", "满", "回", "壮", "蒙古");
    private static final List<String> PLACES =
            List.of("110101北京市东城区", "310104上海市徐汇区", "440106广东省广州市天河区", "510107四川省成都市武侯区", "330106浙江省杭州市西湖区");
    private static final List<String> STREETS = List.of("模范路", "和平街", "人民大道", "长安里", "建设路");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    /** Somebody. @param today the card is valid then */
    public static ResidentPerson anyone(LocalDate today, RandomGenerator random) {
        Sex sex = random.nextBoolean() ? Sex.FEMALE : Sex.MALE;
        LocalDate birth = today.minusYears(18).minusDays(random.nextInt(22_000));
        String place = PLACES.get(random.nextInt(PLACES.size()));
        StringBuilder name = new StringBuilder().append(SURNAMES.charAt(random.nextInt(SURNAMES.length())));
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
        }
        LocalDate from = today.minusDays(random.nextInt(3_000));
        return new ResidentPerson(
                name.toString(),
                sex,
                NATIONS.get(random.nextInt(NATIONS.size())),
                birth,
                place.substring(6) + STREETS.get(random.nextInt(STREETS.size())) + (1 + random.nextInt(300)) + "号"
                        + (1 + random.nextInt(30)) + "号楼" + (101 + random.nextInt(1_900)) + "室",
                number(place.substring(0, 6), birth, sex, random),
                place.substring(6).replaceFirst("^.*(?=..区)", "") + "公安分局",
                from,
                from.plusYears(10));
    }

    private static String number(String region, LocalDate birth, Sex sex, RandomGenerator random) {
        int order = 2 * random.nextInt(500) + (sex == Sex.MALE ? 1 : 0);
        String first = region
                + DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).format(birth)
                + "%03d".formatted(order % 1_000);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (first.charAt(i) - '0');
        }
        return first + "10X98765432".charAt(sum % 11);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "ResidentPerson[]";
    }
}
