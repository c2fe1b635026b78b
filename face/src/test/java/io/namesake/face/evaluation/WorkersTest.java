package io.namesake.face.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void every_task_is_done_once_and_each_one_is_told() throws IOException {
        AtomicInteger sum = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        Workers.forEach(100, 3, sum::addAndGet, done -> assertThat(done).isEqualTo(told.incrementAndGet()));
        assertThat(sum).hasValue(99 * 100 / 2);
        assertThat(told).hasValue(100);
    }

    /** Whichever worker fails: here it is not the first, which begins with number 0 and has no cause to stop. */
    @Test
    void a_task_that_fails_ends_the_work_of_all() {
        CompletableFuture<Void> failing = new CompletableFuture<>();
        AtomicInteger told = new AtomicInteger();
        assertThatIOException()
                .isThrownBy(() -> Workers.forEach(
                        400,
                        2,
                        number -> {
                            if (number == 1) {
                                failing.complete(null);
                                throw new IOException("number 1 cannot be read");
                            }
                            failing.join();
                            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
                        },
                        told::set))
                .withMessage("number 1 cannot be read");
        assertThat(told.get()).isLessThan(200);
    }
}
