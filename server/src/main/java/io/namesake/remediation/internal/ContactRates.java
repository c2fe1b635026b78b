package io.namesake.remediation.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often people call the contact centre about what they are told, for forecasts: {@code namesake.remediation.contact-rates.…}. The
 * defaults are assumptions of ours, to be replaced by what you count; all lie in 0..1.
 *
 * @param notice contacts for each case that is opened
 * @param reminder contacts for each reminder
 * @param limit contacts for each case whose limits begin or grow
 * @param stillOpen the share of cases that are still open when the next stage comes
 */
@ConfigurationProperties("namesake.remediation.contact-rates")
record ContactRates(
        @DefaultValue("0.08") double notice,
        @DefaultValue("0.03") double reminder,
        @DefaultValue("0.15") double limit,
        @DefaultValue("0.5") double stillOpen) {

    ContactRates {
        require("notice", notice);
        require("reminder", reminder);
        require("limit", limit);
        require("still-open", stillOpen);
    }

    private static void require(String name, double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("namesake.remediation.contact-rates." + name + " must lie in 0..1");
        }
    }
}
