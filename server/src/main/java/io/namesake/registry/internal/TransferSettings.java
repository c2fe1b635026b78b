package io.namesake.registry.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How lines change hands ({@code namesake.transfer}).
 *
 * @param expires how long an offer can be accepted; more than 0
 * @param inheritanceExpires how long an heir can accept; more than 0
 * @param veto how long the operator may object after somebody accepted; 0 for not at all
 * @param verifiedWithin how long ago each side may have been verified at its own step; more than 0
 */
@ConfigurationProperties("namesake.transfer")
record TransferSettings(
        @DefaultValue("72h") Duration expires,
        @DefaultValue("90d") Duration inheritanceExpires,
        @DefaultValue("24h") Duration veto,
        @DefaultValue("15m") Duration verifiedWithin) {

    TransferSettings {
        if (!expires.isPositive() || !inheritanceExpires.isPositive() || !verifiedWithin.isPositive()) {
            throw new IllegalArgumentException("namesake.transfer: every duration but veto must be more than 0");
        }
        if (veto.isNegative()) {
            throw new IllegalArgumentException("namesake.transfer.veto must not be less than 0");
        }
    }
}
