package io.namesake.document.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.document.number.NumberReading.Outcome;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class NationalNumberProperties {

    @Property
    void no_text_breaks_any_rule(@ForAll String text) {
        for (NationalNumberRule rule : NationalNumbers.all()) {
            assertThat(rule.read(text).outcome()).isEqualTo(Outcome.WRONG_FORM);
        }
    }

    @Property
    void no_number_breaks_any_rule_and_its_facts_are_told_only_of_a_right_form(@ForAll("numbers") String number) {
        for (NationalNumberRule rule : NationalNumbers.all()) {
            NumberReading reading = rule.read(number);
            if (reading.outcome() == Outcome.WRONG_FORM) {
                assertThat(reading.birth()).isEmpty();
                assertThat(reading.sex()).isEmpty();
                assertThat(reading.region()).isEmpty();
            } else {
                reading.birth().ifPresent(clue -> assertThat(clue.candidates()).allMatch(clue::allows));
            }
        }
    }

    @Property
    void a_chinese_number_says_what_it_was_made_of(
            @ForAll @IntRange(max = 45_000) int daysOld, @ForAll @IntRange(min = 1, max = 999) int order) {
        LocalDate birth = LocalDate.of(2026, 11, 24).minusDays(daysOld);
        String body = "110105" + birth.toString().replace("-", "") + "%03d".formatted(order);
        NationalNumberRule china = NationalNumbers.of("CHN").orElseThrow();
        List<NumberReading> right = "0123456789X"
                .chars()
                .mapToObj(check -> china.read(body + (char) check))
                .filter(NumberReading::isValid)
                .toList();
        assertThat(right).singleElement().satisfies(reading -> {
            assertThat(reading.birth().orElseThrow().date()).contains(birth);
            assertThat(reading.sex()).isEqualTo(Parts.male(order % 2 == 1));
            assertThat(reading.region().orElseThrow().name()).contains("北京市");
        });
    }

    /** A number with as many check digits as it may have leaves no more than one right ending for a body. */
    @Property
    void a_body_has_at_most_one_right_last_digit(@ForAll("numbers") String number) {
        for (NationalNumberRule rule : NationalNumbers.all()) {
            if (rule.checkDigits() == CheckDigits.ALWAYS && !rule.country().equals("AUT")) {
                String body = number.substring(0, number.length() - 1);
                long right = "0123456789"
                        .chars()
                        .filter(last -> rule.read(body + (char) last).isValid())
                        .count();
                // Old Czech and Slovak numbers of nine digits have no check digit; some of ten end in 0 where 10 would
                // be right.
                boolean czech = rule.country().equals("CZE") || rule.country().equals("SVK");
                assertThat(right).as(rule.country()).isLessThanOrEqualTo(czech ? 10 : 1);
            }
        }
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings().numeric().ofMinLength(7).ofMaxLength(18);
    }
}
