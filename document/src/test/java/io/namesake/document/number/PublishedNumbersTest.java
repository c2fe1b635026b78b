package io.namesake.document.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.namesake.document.Sex;
import io.namesake.document.number.NumberReading.Outcome;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Numbers that stand as examples in laws, authorities' pages and reference works; none is known to be a person's. */
class PublishedNumbersTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/published-numbers.csv", numLinesToSkip = 1)
    void a_published_number_is_read_right(String country, String number, String birth, String sex, String region) {
        NumberReading reading = NationalNumbers.of(country).orElseThrow().read(number);
        assertThat(reading.outcome()).isEqualTo(Outcome.VALID);
        assertThat(birth(reading)).isEqualTo(Optional.ofNullable(birth).orElse(""));
        assertThat(reading.sex().map(Sex::name).orElse(""))
                .isEqualTo(Optional.ofNullable(sex).orElse(""));
        assertThat(reading.region().map(Region::code).orElse(""))
                .isEqualTo(Optional.ofNullable(region).orElse(""));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/published-numbers.csv", numLinesToSkip = 1)
    void a_wrong_digit_is_noticed_always_or_nearly_always(String country, String number) {
        NationalNumberRule rule = NationalNumbers.of(country).orElseThrow();
        assumeTrue(rule.checkDigits() != CheckDigits.NONE, "no check digit");
        int noticed = 0;
        for (int at = 0; at < number.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (Character.isDigit(number.charAt(at)) && digit != number.charAt(at)) {
                    String changed = number.substring(0, at) + digit + number.substring(at + 1);
                    noticed += rule.read(changed).isValid() ? 0 : 1;
                }
            }
        }
        long digits = number.chars().filter(Character::isDigit).count();
        double share = noticed / (9.0 * digits);
        assertThat(share).as("noticed single-digit changes").isGreaterThan(EVERY.contains(country) ? 0.9999 : 0.8);
    }

    /** Schemes that notice every single wrong digit: no remainder is folded onto another one. */
    private static final Set<String> EVERY = Set.of(
            "ARG", "AUT", "CHE", "CHL", "CHN", "DEU", "ECU", "ESP", "GRC", "HKG", "HRV", "IND", "IRL", "ISR", "LUX",
            "MKD", "MNE", "NLD", "NOR", "SRB", "SVN", "BIH", "TUR", "ZAF");

    @Test
    void every_country_has_a_published_number() throws Exception {
        try (var lines = new BufferedReader(new InputStreamReader(
                PublishedNumbersTest.class.getResourceAsStream("/published-numbers.csv"), StandardCharsets.UTF_8))) {
            Set<String> shown = lines.lines()
                    .skip(1)
                    .map(line -> line.substring(0, 3))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(shown)
                    .isEqualTo(NationalNumbers.all().stream()
                            .map(NationalNumberRule::country)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static String birth(NumberReading reading) {
        if (reading.birth().isEmpty()) {
            return "";
        }
        BirthClue clue = reading.birth().get();
        String dates = clue.candidates().stream().map(LocalDate::toString).collect(Collectors.joining(" "));
        return dates.isEmpty()
                ? clue.years().stream().map(Object::toString).collect(Collectors.joining(" ")) + "/" + clue.month()
                : dates;
    }
}
