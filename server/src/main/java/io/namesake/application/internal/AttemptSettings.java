package io.namesake.application.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a challenge or a selfie may fail: as Amazon's guidance for Rekognition Face Liveness has it, five times in three minutes,
 * then a pause, with another way offered. The pause is shorter than an idle capture session lives, so that whoever waits for its end
 * needs no new link. Whoever keeps below that all the time is stopped by a day's number: then no more movements are asked for, and a
 * still picture or a person is the way on.
 *
 * @param most failed attempts within the window
 * @param window in which they are counted
 * @param pause how long no further attempt is taken
 * @param mostADay attempts not passed within 24 hours, from which on no challenge is drawn; they are forgotten sooner where
 *     {@code namesake.retention.capture} is shorter
 */
@ConfigurationProperties("namesake.attempts")
record AttemptSettings(
        @DefaultValue("5") int most,
        @DefaultValue("3m") Duration window,
        @DefaultValue("15m") Duration pause,
        @DefaultValue("15") int mostADay) {}
