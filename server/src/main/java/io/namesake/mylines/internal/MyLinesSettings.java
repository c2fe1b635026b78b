package io.namesake.mylines.internal;

import io.namesake.registry.Limit;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set about the holder's own view ({@code namesake.my-lines}).
 *
 * @param openDoor whether anybody may start a verification to see their own lines without asking the operator first
 * @param fresh how long after a verification its session can be opened, and the paper be printed; at most 1 hour
 * @param idle how long a session lives unused; at most 1 hour
 * @param longest how long a session lives at all; at most 12 hours
 * @param containment what a line must not do while a dispute about it is open
 * @param decideWithin how long the operator has to decide a dispute; at most 60 days
 * @param appealWithin how long a rejected dispute can be put before another person
 * @param undoWithin how long an ended line can be taken back by who ended it
 * @param quarantine how long the number of an ended line rests before it is given out again; at least {@code undoWithin}
 */
@ConfigurationProperties("namesake.my-lines")
record MyLinesSettings(
        @DefaultValue("true") boolean openDoor,
        @DefaultValue("15m") Duration fresh,
        @DefaultValue("15m") Duration idle,
        @DefaultValue("1h") Duration longest,
        @DefaultValue("VERIFICATION_CODES") Set<Limit> containment,
        @DefaultValue("15d") Duration decideWithin,
        @DefaultValue("30d") Duration appealWithin,
        @DefaultValue("7d") Duration undoWithin,
        @DefaultValue("90d") Duration quarantine) {

    MyLinesSettings {
        containment = Set.copyOf(containment);
        require("fresh", fresh, Duration.ofHours(1));
        require("idle", idle, Duration.ofHours(1));
        require("longest", longest, Duration.ofHours(12));
        require("decide-within", decideWithin, Duration.ofDays(60));
        require("appeal-within", appealWithin, Duration.ofDays(365));
        require("undo-within", undoWithin, quarantine);
    }

    private static void require(String name, Duration time, Duration most) {
        if (time.compareTo(Duration.ofMinutes(1)) < 0 || time.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "namesake.my-lines." + name + " must lie between 1m and " + most + ", not " + time);
        }
    }
}
