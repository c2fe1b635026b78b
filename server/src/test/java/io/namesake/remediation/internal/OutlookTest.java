package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.namesake.remediation.internal.Outlook.Day;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped terms: limits after 30 and 45 days, a decision after 60, a reminder three days before each. */
class OutlookTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final ContactRates RATES = new ContactRates(0.1, 0.02, 0.2, 0.5);

    @Test
    void each_day_asks_the_pace_until_nobody_is_left() {
        var outlook = of(250, 100, Map.of());
        assertThat(outlook.days().subList(0, 4)).extracting(Day::cases).containsExactly(100.0, 100.0, 50.0, 0.0);
        assertThat(outlook.days().getFirst().contacts()).isEqualTo(10);
    }

    @Test
    void of_the_cases_of_a_day_half_are_open_at_each_next_stage() {
        var outlook = of(100, 100, Map.of());
        assertThat(on(outlook, 27).reminders()).isEqualTo(100);
        assertThat(on(outlook, 27).contacts()).isEqualTo(2);
        assertThat(on(outlook, 30).limits()).isEqualTo(50);
        assertThat(on(outlook, 30).contacts()).isEqualTo(10);
        assertThat(on(outlook, 42).reminders()).isEqualTo(50);
        assertThat(on(outlook, 45).limits()).isEqualTo(25);
        assertThat(on(outlook, 57).reminders()).isEqualTo(25);
        assertThat(on(outlook, 60).decisions()).isEqualTo(12.5);
        assertThat(on(outlook, 60).contacts()).isZero();
        assertThat(outlook.days()).hasSize(61);
    }

    @Test
    void cases_under_way_count_from_the_stage_where_they_stand() {
        var outlook = of(0, 100, Map.of(TODAY.minusDays(31), 80L));
        assertThat(outlook.days()).extracting(Day::cases).containsOnly(0.0);
        assertThat(on(outlook, 11).reminders()).isEqualTo(80);
        assertThat(on(outlook, 14).limits()).isEqualTo(40);
        assertThat(on(outlook, 29).decisions()).isEqualTo(20);
        assertThat(outlook.days()).hasSize(30);
    }

    @Test
    void nothing_that_lies_behind_is_expected_again() {
        var outlook = of(0, 1, Map.of(TODAY.minusDays(28), 10L, TODAY.minusDays(400), 7L));
        assertThat(on(outlook, 0).reminders()).isZero();
        assertThat(on(outlook, 2).limits()).isEqualTo(5);
        assertThat(of(0, 1, Map.of(TODAY.minusDays(400), 7L)).days()).isEmpty();
        assertThat(of(0, 1, Map.of()).days()).isEmpty();
    }

    @Property
    void every_line_is_asked_once_as_far_as_a_year_reaches(
            @ForAll @IntRange(max = 100_000) int left, @ForAll @IntRange(min = 1, max = 5_000) int pace) {
        var outlook = of(left, pace, Map.of());
        assertThat(outlook.days()).hasSizeLessThanOrEqualTo(366);
        assertThat(outlook.days().stream().mapToDouble(Day::cases).sum())
                .isEqualTo(Math.min(left, 366.0 * pace), within(1e-6));
        assertThat(outlook.days()).allMatch(day -> day.contacts() >= 0 && day.cases() <= pace);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void a_rate_that_is_no_share_is_refused(double wrong) {
        assertThatThrownBy(() -> new ContactRates(wrong, 0, 0, 0)).hasMessageContaining("contact-rates.notice");
        assertThatThrownBy(() -> new ContactRates(0, wrong, 0, 0)).hasMessageContaining("contact-rates.reminder");
        assertThatThrownBy(() -> new ContactRates(0, 0, wrong, 0)).hasMessageContaining("contact-rates.limit");
        assertThatThrownBy(() -> new ContactRates(0, 0, 0, wrong)).hasMessageContaining("contact-rates.still-open");
    }

    private static Day on(Outlook outlook, int day) {
        assertThat(outlook.days().get(day).day()).isEqualTo(TODAY.plusDays(day));
        return outlook.days().get(day);
    }

    private static Outlook of(long left, int pace, Map<LocalDate, Long> running) {
        return Outlook.of(TODAY, left, pace, running, TestTerms.SHIPPED, RATES);
    }
}
