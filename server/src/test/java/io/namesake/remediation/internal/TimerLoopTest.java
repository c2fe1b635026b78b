package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.namesake.MigratedDatabase;
import io.namesake.MovableClock;
import io.namesake.remediation.internal.Timers.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Several servers on one database. */
class TimerLoopTest {
    private static final int ALARMS = 300;

    private final MigratedDatabase database = MigratedDatabase.create();
    private final MovableClock clock = new MovableClock();
    private final Timers timers = new Timers(database.transactions().getDataSource());
    private final Map<UUID, AtomicInteger> rung = new ConcurrentHashMap<>();

    @Test
    void two_servers_share_the_alarms_and_each_rings_once() {
        for (int alarm = 0; alarm < ALARMS; alarm++) {
            var id = UUID.randomUUID();
            rung.put(id, new AtomicInteger());
            timers.set(Kind.CASE, id, 0, clock.instant().plus(Duration.ofDays(30)));
        }
        try (var one = pool();
                var other = pool()) {
            var first = loop(one, id -> rung.get(id).incrementAndGet());
            var second = loop(other, id -> rung.get(id).incrementAndGet());
            first.start();
            second.start();
            assertThat(rung.values()).allMatch(count -> count.get() == 0);
            clock.advance(Duration.ofDays(31));
            await().atMost(Duration.ofSeconds(60)).until(() -> left() == 0);
            first.stop();
            second.stop();
        }
        assertThat(rung.values()).allMatch(count -> count.get() == 1);
    }

    @Test
    void what_a_dead_server_had_taken_is_taken_over() throws Exception {
        var id = UUID.randomUUID();
        timers.set(Kind.CASE, id, 0, clock.instant());
        var taken = new CountDownLatch(1);
        var takenOver = new AtomicBoolean();
        var doomed = pool();
        var dies = loop(doomed, _ -> {
            taken.countDown();
            // Killed here: it neither ends its work nor sends another heartbeat.
            doomed.close();
            try {
                Thread.sleep(Duration.ofDays(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        dies.start();
        assertThat(taken.await(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        try (var alive = pool()) {
            var survivor = loop(alive, _ -> takenOver.set(true));
            survivor.start();
            clock.advance(Duration.ofMinutes(5));
            await().atMost(Duration.ofSeconds(60)).untilTrue(takenOver);
            await().atMost(Duration.ofSeconds(20)).until(() -> left() == 0);
            survivor.stop();
        }
        dies.stop();
    }

    @Test
    void an_alarm_of_a_step_that_was_rolled_back_never_rings() {
        database.transaction().executeWithoutResult(status -> {
            timers.set(Kind.CASE, UUID.randomUUID(), 0, clock.instant());
            status.setRollbackOnly();
        });
        assertThat(left()).isZero();
    }

    private TimerLoop loop(HikariDataSource pool, Consumer<UUID> work) {
        return new TimerLoop(pool, clock, Map.of(Kind.CASE, work));
    }

    private int left() {
        return database.jdbc()
                .sql("select count(*) from remediation_timer")
                .query(Integer.class)
                .single();
    }

    private HikariDataSource pool() {
        var pool = new HikariConfig();
        pool.setDataSource(database.dataSource());
        pool.setMaximumPoolSize(8);
        return new HikariDataSource(pool);
    }
}
