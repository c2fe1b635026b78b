package io.namesake.provisioning.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to try again. A wait is up to a fifth longer than scheduled, at random, so that deliveries that failed together do not
 * come back together (Standard Webhooks 1.0.0, "Deliverability and reliability").
 */
public final class RetrySchedule {
    private static final double LONGER = 0.2;
    private static final Duration LONGEST_ASKED_FOR = Duration.ofDays(1);

    private final List<Duration> delays;
    private final RandomGenerator random;

    /** @param delays how long to wait after the first, second, ... failed attempt */
    public RetrySchedule(List<Duration> delays, RandomGenerator random) {
        this.delays = List.copyOf(delays);
        this.random = random;
    }

    /**
     * @param failures how many attempts have failed, 1 or more
     * @param askedFor what the receiver asked for by Retry-After (RFC 9110, section 10.2.3), zero where it did not; honoured
     *     up to a day
     * @return how long to wait before the next attempt; empty when there shall be none
     */
    public Optional<Duration> waitAfter(int failures, Duration askedFor) {
        if (failures > delays.size()) {
            return Optional.empty();
        }
        var scheduled = delays.get(failures - 1);
        var jittered = scheduled.plusMillis((long) (scheduled.toMillis() * LONGER * random.nextDouble()));
        var asked = askedFor.compareTo(LONGEST_ASKED_FOR) > 0 ? LONGEST_ASKED_FOR : askedFor;
        return Optional.of(jittered.compareTo(asked) > 0 ? jittered : asked);
    }
}
