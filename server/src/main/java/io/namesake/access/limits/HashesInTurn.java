package io.namesake.access.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.problem.Problem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes secrets, of programs and of people alike, {@value #AT_ONCE} at a time: each hash takes 19 MiB and a core for a while, so more at once
 * would only make all of them late. {@value #MOST_WAITING} may wait, for 10 seconds; whoever comes beyond that is told to come again.
 */
public final class HashesInTurn implements PasswordEncoder {
    static final int AT_ONCE = 4;
    static final int MOST_WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final PasswordEncoder hashes;
    private final Counter made;
    private final Counter turnedAway;
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    /** @param hashes what makes and compares them */
    public HashesInTurn(PasswordEncoder hashes, MeterRegistry metrics) {
        this.hashes = hashes;
        this.made = metrics.counter("namesake.secret.hashes", "outcome", "made");
        this.turnedAway = metrics.counter("namesake.secret.hashes", "outcome", "turned-away");
    }

    /** @throws Problem {@code busy} */
    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return inTurn(() -> hashes.encode(secret));
    }

    /** @throws Problem {@code busy} */
    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
        return Boolean.TRUE.equals(inTurn(() -> hashes.matches(secret, hash)));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return hashes.upgradeEncoding(hash);
    }

    /** How many wait now. */
    int waiting() {
        return free.getQueueLength();
    }

    <T> @Nullable T inTurn(Supplier<@Nullable T> work) {
        takeATurn();
        try {
            made.increment();
            return work.get();
        } finally {
            free.release();
        }
    }

    private void takeATurn() {
        try {
            // Not exact when many come in the same moment, which a bound of this kind need not be.
            if (free.tryAcquire(0, TimeUnit.SECONDS)
                    || (free.getQueueLength() < MOST_WAITING
                            && free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        turnedAway.increment();
        throw Problem.busy(RETRY);
    }
}
