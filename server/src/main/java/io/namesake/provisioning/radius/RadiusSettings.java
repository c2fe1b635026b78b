package io.namesake.provisioning.radius;

import io.namesake.provisioning.outbox.Share;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the network is told that a line changed.
 *
 * @param policy a YAML file in the form of {@code io/namesake/provisioning/radius.yaml}, which holds where none is named; a path,
 *     or {@code classpath:} and a name
 * @param retryDelays how long to wait after the first, second, ... failed attempt; after the last of them one more attempt is made,
 *     and then no more
 * @param answerTimeout how long to wait for an answer before the same packet is sent again; more than 0
 * @param transmissions how often the same packet is sent in one attempt, 1 to 10
 * @param pollInterval how often to look for what became due; new notices are sent at once
 * @param concurrency how many attempts may be under way at a time on one server of ours, 1 or more
 * @param concurrencyPerServer how many of all our servers' to one access server while others wait, so that one that is silent does not hold them
 *     up; so many places of each of our servers nobody gets beyond that
 * @param concurrencyPerOperator how many of all our servers' to one operator's access servers while others wait
 */
@ConfigurationProperties("namesake.radius")
record RadiusSettings(
        @DefaultValue("") String policy,

        @DefaultValue({"2s", "10s", "30s", "1m", "5m", "15m", "1h", "3h", "8h", "12h"})
        List<Duration> retryDelays,

        @DefaultValue("2s") Duration answerTimeout,
        @DefaultValue("3") int transmissions,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("32") int concurrency,
        @DefaultValue("8") int concurrencyPerServer,
        @DefaultValue("24") int concurrencyPerOperator) {
    private static final int MOST_TRANSMISSIONS = 10;

    RadiusSettings {
        retryDelays = List.copyOf(retryDelays);
        if (concurrency < 1 || concurrencyPerServer < 1 || concurrencyPerOperator < 1) {
            throw new IllegalArgumentException("namesake.radius.concurrency* must be 1 or more");
        }
        if (transmissions < 1 || transmissions > MOST_TRANSMISSIONS || !answerTimeout.isPositive()) {
            throw new IllegalArgumentException("namesake.radius.transmissions must be 1 to " + MOST_TRANSMISSIONS
                    + ", and answer-timeout more than 0");
        }
    }

    /** What one access server and one operator have while others wait. */
    Share share() {
        return Share.of(concurrency, concurrencyPerServer, concurrencyPerOperator);
    }

    /** How long a notice belongs to the worker that took it: twice what an attempt takes, with a second one behind a NAK. */
    Duration lease() {
        return answerTimeout.multipliedBy(4L * transmissions);
    }
}
