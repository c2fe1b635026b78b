package io.namesake.exposure.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set about others who ask ({@code namesake.exposure}).
 *
 * @param answerWithin how long a holder has to answer a wish; 1 hour to 30 days
 * @param grantedFor how long a consent lasts; 1 day to 1 year
 * @param notAgainWithin how long after a refusal the same client cannot bring the same wish before the holder; up to 1 year
 * @param answersPerDay how often one client may ask about one line in 24 hours, so that nobody finds a birth date by trying; 1 to 1,000
 * @param requestsPerDay how many wishes one client may have in 24 hours; 1 to 100,000
 */
@ConfigurationProperties("namesake.exposure")
record ExposureSettings(
        @DefaultValue("7d") Duration answerWithin,
        @DefaultValue("90d") Duration grantedFor,
        @DefaultValue("30d") Duration notAgainWithin,
        @DefaultValue("20") int answersPerDay,
        @DefaultValue("1000") int requestsPerDay) {

    ExposureSettings {
        require("answer-within", answerWithin, Duration.ofHours(1), Duration.ofDays(30));
        require("granted-for", grantedFor, Duration.ofDays(1), Duration.ofDays(365));
        require("not-again-within", notAgainWithin, Duration.ZERO, Duration.ofDays(365));
        require("answers-per-day", answersPerDay, 1_000);
        require("requests-per-day", requestsPerDay, 100_000);
    }

    private static void require(String name, Duration time, Duration least, Duration most) {
        if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "namesake.exposure." + name + " must lie between " + least + " and " + most + ", not " + time);
        }
    }

    private static void require(String name, int count, int most) {
        if (count < 1 || count > most) {
            throw new IllegalArgumentException(
                    "namesake.exposure." + name + " must lie between 1 and " + most + ", not " + count);
        }
    }
}
