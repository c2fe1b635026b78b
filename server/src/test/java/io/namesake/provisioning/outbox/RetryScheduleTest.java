package io.namesake.provisioning.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private final List<Duration> delays = List.of(Duration.ofSeconds(5), Duration.ofMinutes(2), Duration.ofHours(1));
    private final RetrySchedule schedule = new RetrySchedule(delays, new Random(7));

    @Test
    void each_wait_is_the_scheduled_one_and_up_to_a_fifth_longer() {
        for (int failures = 1; failures <= delays.size(); failures++) {
            var scheduled = delays.get(failures - 1);
            for (int i = 0; i < 1000; i++) {
                assertThat(schedule.waitAfter(failures, Duration.ZERO))
                        .hasValueSatisfying(
                                wait -> assertThat(wait).isBetween(scheduled, scheduled.plus(scheduled.dividedBy(5))));
            }
        }
    }

    @Test
    void deliveries_that_failed_together_do_not_come_back_together() {
        assertThat(List.of(1, 1, 1, 1))
                .extracting(failures -> schedule.waitAfter(failures, Duration.ZERO))
                .doesNotHaveDuplicates();
    }

    @Test
    void after_the_last_of_the_schedule_there_is_no_further_attempt() {
        assertThat(schedule.waitAfter(3, Duration.ZERO)).isPresent();
        assertThat(schedule.waitAfter(4, Duration.ZERO)).isEmpty();
    }

    @Test
    void a_receiver_may_ask_for_a_longer_wait_but_not_for_a_shorter_one_or_more_than_a_day() {
        assertThat(schedule.waitAfter(1, Duration.ofMinutes(7))).contains(Duration.ofMinutes(7));
        assertThat(schedule.waitAfter(3, Duration.ofSeconds(1)))
                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThanOrEqualTo(Duration.ofHours(1)));
        assertThat(schedule.waitAfter(1, Duration.ofDays(365))).contains(Duration.ofDays(1));
    }
}
