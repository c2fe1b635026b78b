package io.namesake.application.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FacePoolTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final FacePool pool = new FacePool(2, 3, metrics);
    private final CountDownLatch release = new CountDownLatch(1);
    private final Executor callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        release.countDown();
        pool.close();
    }

    @Test
    void work_past_the_queue_is_turned_away_and_told_when_to_come_back() {
        fill();
        assertThatThrownBy(() -> pool.soon(() -> "too much")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.BUSY);
            assertThat(problem.retryAfter().orElseThrow().toSeconds()).isBetween(1L, 30L);
        });
    }

    @Test
    void the_queue_can_be_watched() {
        fill();
        assertThat(metrics.get("namesake.faces.queue").gauge().value()).isEqualTo(3);
        assertThat(metrics.get("namesake.faces.busy").gauge().value()).isEqualTo(2);
    }

    @Test
    void a_decision_is_never_turned_away_and_gets_its_turn_when_the_queue_is_full() {
        fill();
        var decision = asynchronously(() -> pool.inTurn(() -> "decided"));
        release.countDown();
        assertThat(decision.join()).isEqualTo("decided");
    }

    @Test
    void places_become_free_again_also_after_failures() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> pool.soon(() -> {
                        throw new IllegalArgumentException("broken");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(pool.<String>soon(() -> "goes on")).isEqualTo("goes on");
    }

    @Test
    void no_more_works_at_a_time_than_there_are_threads() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        release.countDown();
        var all = IntStream.range(0, 40)
                .mapToObj(number -> asynchronously(() -> pool.inTurn(() -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.yield();
                    now.decrementAndGet();
                    return number;
                })))
                .toList();
        all.forEach(CompletableFuture::join);
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void what_waits_longest_is_done_first() {
        // One thread: of two, the second may overtake the first between taking its work from the queue and doing it.
        var alone = new SimpleMeterRegistry();
        var order = new ArrayList<Integer>();
        try (var single = new FacePool(1, 3, alone)) {
            var blocked = asynchronously(() -> single.soon(this::blocked));
            await().until(() -> alone.get("namesake.faces.busy").gauge().value() == 1);
            var waiting = new ArrayList<CompletableFuture<Object>>();
            for (int i = 0; i < 3; i++) {
                int number = i;
                waiting.add(asynchronously(() -> single.soon(() -> order.add(number))));
                await().until(() -> alone.get("namesake.faces.queue").gauge().value() == number + 1);
            }
            release.countDown();
            blocked.join();
            waiting.forEach(CompletableFuture::join);
        }
        assertThat(order).containsExactly(0, 1, 2);
    }

    private void fill() {
        for (int i = 0; i < 5; i++) {
            asynchronously(() -> pool.soon(this::blocked));
        }
        await().until(() -> metrics.get("namesake.faces.queue").gauge().value() == 3);
    }

    private String blocked() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "released";
    }

    private <T> CompletableFuture<T> asynchronously(Callable<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                callers);
    }
}
