package io.namesake.access.limits;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import io.namesake.crypto.BlindIndex;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The table {@code rate_limit_bucket}, one row for each caller of late. */
@Component
class Buckets {
    /** How long a bucket stays once it is full again, and so says nothing any more. */
    private static final Duration AFTERLIFE = Duration.ofSeconds(10);

    private static final int AT_A_TIME = 1000;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final BlindIndex digests;

    Buckets(DataSource dataSource, BlindIndex digests, Clock clock) {
        this.digests = digests;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_limit_bucket")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .clientClock(new ServersClock(clock))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(AFTERLIFE))
                .build();
    }

    /**
     * Takes one call out of a caller's bucket, which is full where there is none yet.
     *
     * @param kind which limit it is, part of the digest: one caller has a bucket for each
     * @param who an id or an address; only its keyed digest is kept
     */
    Left take(String kind, String who, Limit limit) {
        var key = digests.of("rate-limit." + kind, who);
        var probe = buckets.builder()
                .build(
                        key,
                        () -> BucketConfiguration.builder()
                                .addLimit(bandwidth ->
                                        bandwidth.capacity(limit.most()).refillGreedy(limit.most(), limit.during()))
                                .build())
                .tryConsumeAndReturnRemaining(1);
        return Left.of(probe);
    }

    /** Deletes the buckets that are full again. What is due elsewhere at this moment is left to whoever holds it. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void sweep() {
        while (buckets.removeExpired(AT_A_TIME) == AT_A_TIME) {
            // The next thousand.
        }
    }

    /**
     * What a call left in the bucket.
     *
     * @param passes whether there was room for it
     * @param calls how many more may come at once
     * @param full when the bucket is full again
     * @param pause how long until the next one may come; zero when this one passed
     */
    record Left(boolean passes, long calls, Duration full, Duration pause) {

        private static Left of(ConsumptionProbe probe) {
            return new Left(
                    probe.isConsumed(),
                    probe.getRemainingTokens(),
                    Duration.ofNanos(probe.getNanosToWaitForReset()),
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private record ServersClock(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
