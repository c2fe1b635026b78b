package io.namesake.application.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a silent identity authority is waited for.
 *
 * @param patience from the submission to the moment when a person decides instead; at most a day
 */
@ConfigurationProperties("namesake.authority")
record AuthorityPatience(@DefaultValue("5m") Duration patience) {
    private static final Duration LONGEST = Duration.ofDays(1);

    AuthorityPatience {
        if (patience.isNegative() || patience.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "namesake.authority.patience must lie between 0s and 1d, not " + patience);
        }
    }
}
