package io.namesake.privacy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The longest that evidence is kept when nothing ends its stay sooner. The consent text tells the applicant these times.
 *
 * @param unfinished from an application's creation to its expiry when it is never submitted; at most 30 days
 * @param review from the wish for a review to the erasure of the pictures, decided or not; at most 30 days
 */
@ConfigurationProperties("namesake.retention")
public record RetentionSettings(
        @DefaultValue("48h") Duration unfinished,
        @DefaultValue("7d") Duration review) {
    private static final Duration LONGEST = Duration.ofDays(30);

    public RetentionSettings {
        requireSensible("namesake.retention.unfinished", unfinished);
        requireSensible("namesake.retention.review", review);
    }

    private static void requireSensible(String name, Duration time) {
        if (time.compareTo(Duration.ofHours(1)) < 0 || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must lie between 1h and 30d, not " + time);
        }
    }
}
