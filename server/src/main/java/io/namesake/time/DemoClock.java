package io.namesake.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Real time plus what was added: lets a demonstration see in minutes what takes a server months. Only ever forward, and only on a
 * server that was started for that; its data must not be used afterwards by one that keeps real time.
 */
public final class DemoClock extends Clock {
    private final AtomicReference<Duration> added = new AtomicReference<>(Duration.ZERO);

    /**
     * Lets time pass.
     *
     * @param time not negative
     * @return the time that it is now
     */
    public Instant advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Time does not go back");
        }
        added.accumulateAndGet(time, Duration::plus);
        return instant();
    }

    /** In microseconds, like the clock of every other server. */
    @Override
    public Instant instant() {
        return Instant.now().plus(added.get()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The server's clock is in UTC");
    }
}
