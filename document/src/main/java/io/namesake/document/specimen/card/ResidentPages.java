package io.namesake.document.specimen.card;

import io.namesake.document.Sex;
import io.namesake.document.print.page.Quad;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Draws both sides of a specimen in the layout of the resident identity card of China, without its state's name and emblem. */
public final class ResidentPages {
    private static final double WIDTH = 85.6;
    private static final double HEIGHT = 54;
    private static final String MARK = "样本 SPECIMEN";
    private static final DateTimeFormatter DOTS = DateTimeFormatter.ofPattern("yyyy.MM.dd", Locale.ROOT);
    private static final int ADDRESS_LINE = 11;

    /** Left, top, width and height, mm. */
    private static final double[] PORTRAIT = {57, 8, 24, 32};

    private ResidentPages() {}

    /** Where the portrait is on the front, pixels. */
    public static Quad portrait() {
        return Sheet.place(PORTRAIT[0], PORTRAIT[1], PORTRAIT[2], PORTRAIT[3]);
    }

    /**
     * Front and back.
     *
     * @param family a font with Chinese characters, as {@link ChineseFont} finds it
     */
    public static List<BufferedImage> draw(ResidentPerson person, BufferedImage portrait, String family) {
        return List.of(front(person, portrait, family), back(person, family));
    }

    private static BufferedImage front(ResidentPerson person, BufferedImage portrait, String family) {
        Sheet sheet = new Sheet(WIDTH, HEIGHT, new Color(0xEEF3F6), new Color(0xBFD0DC));
        sheet.label(MARK, 58, 5.5, 2.6, family);
        label(sheet, "姓名", 10, family);
        sheet.text(person.name(), 17, 10, 4, family, false);
        label(sheet, "性别", 17.5, family);
        sheet.text(person.sex() == Sex.MALE ? "男" : "女", 17, 17.5, 3.4, family, false);
        sheet.label("民族", 26, 17.5, 2.8, family);
        sheet.text(person.nation(), 35, 17.5, 3.4, family, false);
        label(sheet, "出生", 24.5, family);
        sheet.text(String.valueOf(person.birthDate().getYear()), 17, 24.5, 3.4, family, false);
        sheet.label("年", 26, 24.5, 2.8, family);
        sheet.text(String.valueOf(person.birthDate().getMonthValue()), 31, 24.5, 3.4, family, false);
        sheet.label("月", 36, 24.5, 2.8, family);
        sheet.text(String.valueOf(person.birthDate().getDayOfMonth()), 41, 24.5, 3.4, family, false);
        sheet.label("日", 46, 24.5, 2.8, family);
        label(sheet, "住址", 31.5, family);
        String address = person.address();
        for (int line = 0; line * ADDRESS_LINE < address.length(); line++) {
            sheet.text(
                    address.substring(line * ADDRESS_LINE, Math.min(address.length(), (line + 1) * ADDRESS_LINE)),
                    17,
                    31.5 + 4.6 * line,
                    3.4,
                    family,
                    false);
        }
        sheet.label("公民身份号码", 5.5, 49.5, 2.8, family);
        sheet.zone(person.number(), 1, 30, 47, 0);
        sheet.portrait(portrait, PORTRAIT[0], PORTRAIT[1], PORTRAIT[2], PORTRAIT[3]);
        return sheet.marked(MARK, family);
    }

    private static void label(Sheet sheet, String label, double y, String family) {
        sheet.label(label, 5.5, y, 2.8, family);
    }

    private static BufferedImage back(ResidentPerson person, String family) {
        Sheet sheet = new Sheet(WIDTH, HEIGHT, new Color(0xF3F1EC), new Color(0xD6CDB8));
        sheet.text("样本国", 34, 13, 5.4, family, true);
        sheet.text("居民身份证", 26, 23, 7, family, true);
        sheet.label(MARK, 58, 5.5, 2.6, family);
        sheet.label("签发机关", 17, 40, 2.8, family);
        sheet.text(person.authority(), 33, 40, 3.2, family, false);
        sheet.label("有效期限", 17, 47.5, 2.8, family);
        sheet.text(
                DOTS.format(person.from()) + "-" + DOTS.format(person.lastDay()),
                33,
                47.5,
                3.2,
                Font.SANS_SERIF,
                false);
        return sheet.marked(MARK, family);
    }
}
