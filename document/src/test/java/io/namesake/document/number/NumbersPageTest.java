package io.namesake.document.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps docs/national-numbers.md true; {@code -Dnamesake.numbers.write=true} writes its table anew. */
class NumbersPageTest {
    private static final Path PAGE = Path.of("..", "docs", "national-numbers.md");
    private static final String START = "<!-- table -->\n";

    @Test
    void the_page_lists_every_rule_with_its_source() throws Exception {
        String page = Files.readString(PAGE);
        String text = page.substring(0, page.indexOf(START) + START.length()) + table();
        if (Boolean.getBoolean("namesake.numbers.write")) {
            Files.writeString(PAGE, text);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(text);
    }

    private static String table() {
        return "| country | number | check digit | in the zone | source |\n|---|---|---|---|---|\n"
                + NationalNumbers.all().stream().map(NumbersPageTest::row).collect(Collectors.joining());
    }

    private static String row(NationalNumberRule rule) {
        String check = switch (rule.checkDigits()) {
            case NONE -> "none that is public";
            case USUAL -> "usual";
            case ALWAYS -> "always";
        };
        String zone = ZoneNumbers.of(rule.country()).isPresent() ? "yes" : "";
        return "| %s | %s | %s | %s | %s |\n".formatted(rule.country(), rule.name(), check, zone, rule.source());
    }
}
