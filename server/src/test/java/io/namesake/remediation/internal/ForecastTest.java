package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ForecastTest {

    @Test
    void before_anything_is_measured_the_default_rate_is_expected() {
        var forecast = Forecast.of(0, 0, 10_000, 1000, 200, 0.08);
        assertThat(forecast.perDay()).isEqualTo(80);
        assertThat(forecast.measured()).isFalse();
        assertThat(forecast.daysLeft()).isEqualTo(10);
    }

    @Test
    void what_was_measured_takes_the_place_of_the_default() {
        assertThat(Forecast.of(100_000, 20_000, 10_000, 1000, 200, 0.08).contactRate())
                .isBetween(0.199, 0.201);
    }

    @Property
    void the_pace_within_capacity_keeps_within_it_and_the_interval_holds_what_is_expected(
            @ForAll @IntRange(max = 1_000_000) int asked,
            @ForAll @IntRange(max = 2_000_000) int contacts,
            @ForAll @IntRange(min = 1, max = 100_000) int pace,
            @ForAll @IntRange(min = 1, max = 10_000) int capacity) {
        var forecast = Forecast.of(asked, contacts, Integer.MAX_VALUE, pace, capacity, 0.08);
        assertThat(forecast.perDay()).isBetween(forecast.low() - 1e-6, forecast.high() + 1e-6);
        if (forecast.paceWithinCapacity() > 0) {
            var slower = Forecast.of(asked, contacts, Integer.MAX_VALUE, forecast.paceWithinCapacity(), capacity, 0.08);
            assertThat(slower.high()).isLessThanOrEqualTo(capacity + 1e-6);
        }
    }
}
