package io.namesake.registry.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What another SIM for a line in somebody's name needs ({@code namesake.sim-change}).
 *
 * @param verification whether its holder must have been verified for it
 * @param verifiedWithin how long after that the change can be made; at most 30 days
 * @param describedWithin how long after the first number of a line's SIM its others can be told without that; at most 1 day
 */
@ConfigurationProperties("namesake.sim-change")
record SimChangeSettings(
        @DefaultValue("REQUIRED") Verification verification,
        @DefaultValue("24h") Duration verifiedWithin,
        @DefaultValue("1h") Duration describedWithin) {

    /** For operators whose own road for SIM changes verifies the holder. */
    enum Verification {
        REQUIRED,
        OFF
    }

    SimChangeSettings {
        require("verified-within", verifiedWithin, Duration.ofDays(30));
        require("described-within", describedWithin, Duration.ofDays(1));
    }

    private static void require(String name, Duration time, Duration most) {
        if (!time.isPositive() || time.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "namesake.sim-change." + name + " must be more than 0 and at most " + most + ", not " + time);
        }
    }
}
