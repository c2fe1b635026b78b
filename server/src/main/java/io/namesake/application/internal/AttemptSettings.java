package io.namesake.application.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a challenge or a selfie may fail: as Amazon's guidance for Rekognition Face Liveness has it, five times in three minutes,
 * then a pause, with another way offered. The pause is shorter than an idle capture session lives, so that whoever waits for its end
 * needs no new link.
 *
 * @param most failed attempts within the window
 * @param window in which they are counted
 * @param pause how long no further attempt is taken
 */
@ConfigurationProperties("namesake.attempts")
record AttemptSettings(
        @DefaultValue("5") int most,
        @DefaultValue("3m") Duration window,
        @DefaultValue("15m") Duration pause) {}
