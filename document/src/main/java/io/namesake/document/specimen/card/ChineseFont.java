package io.namesake.document.specimen.card;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A font of this machine that has Chinese characters. None is brought along: the free ones have 10 MB and more. */
public final class ChineseFont {
    private static final List<String> KNOWN = List.of(
            "Noto Sans CJK SC",
            "Source Han Sans SC",
            "WenQuanYi Micro Hei",
            "WenQuanYi Zen Hei",
            "PingFang SC",
            "Microsoft YaHei",
            "SimSun",
            "Noto Serif CJK SC");
    private static final String NEEDED = "姓名性别民族出生年月日住址公民身份号码签发机关有效期限样本";

    private ChineseFont() {}

    /** Its family; empty when there is none. */
    public static Optional<String> family() {
        Set<String> there =
                Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        return KNOWN.stream()
                .filter(there::contains)
                .filter(family -> new Font(family, Font.PLAIN, 12).canDisplayUpTo(NEEDED) < 0)
                .findFirst();
    }

    /** What to do when there is none. */
    public static String advice() {
        return "No font with Chinese characters is on this machine; install one"
                + " (Debian, Ubuntu: apt-get install fonts-noto-cjk)";
    }
}
