package io.namesake.access.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the operator's people sign in ({@code namesake.sign-in}).
 *
 * @param idle how long a session lives unused; 1 minute to 12 hours
 * @param longest how long a session lives at all; at least {@code idle}, at most 24 hours
 * @param invitation how long a one-time link is good; 10 minutes to 14 days
 * @param passkeyNeedsPassword whether a passkey alone is not enough, and the password is asked for beside it
 */
@ConfigurationProperties("namesake.sign-in")
record SignInSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("3d") Duration invitation,
        @DefaultValue("false") boolean passkeyNeedsPassword) {

    SignInSettings {
        require("idle", idle, Duration.ofMinutes(1), Duration.ofHours(12));
        require("longest", longest, idle, Duration.ofHours(24));
        require("invitation", invitation, Duration.ofMinutes(10), Duration.ofDays(14));
    }

    private static void require(String name, Duration time, Duration least, Duration most) {
        if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "namesake.sign-in." + name + " must lie between " + least + " and " + most + ", not " + time);
        }
    }
}
