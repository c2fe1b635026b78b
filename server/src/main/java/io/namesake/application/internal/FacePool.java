package io.namesake.application.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.problem.Problem;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Where neural networks run: as many platform threads as the machine has processors, and a short queue in order of arrival.
 *
 * <p>Requests run on virtual threads, which share few carriers; a network that computes on them would hold up everybody
 * else. What a person waits for is turned away when the queue is full. A decision is never turned away, since the application
 * was accepted: it waits, in order, until one of the places kept for decisions is free. There are as many of these as threads,
 * so the queue never holds more than both kinds of places together.
 */
final class FacePool implements AutoCloseable {
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final ThreadPoolExecutor threads;
    private final Semaphore places;
    private final Semaphore decisionPlaces;
    /** Recent work's length in nanoseconds, smoothed, to tell the turned-away when to come back. */
    private final AtomicLong usualNanos = new AtomicLong(Duration.ofMillis(500).toNanos());

    /**
     * @param size threads, at least 1
     * @param queue how many pieces of work may wait beside those under way
     */
    FacePool(int size, int queue, MeterRegistry metrics) {
        threads = new ThreadPoolExecutor(
                size,
                size,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("faces-", 1).daemon().factory());
        places = new Semaphore(size + queue, true);
        decisionPlaces = new Semaphore(size, true);
        gauge(
                "namesake.faces.queue",
                "Pieces of face work that wait for a thread",
                metrics,
                pool -> pool.threads.getQueue().size());
        gauge("namesake.faces.busy", "Threads that compute on faces", metrics, pool -> pool.threads.getActiveCount());
        gauge(
                "namesake.faces.decisions.waiting",
                "Decisions that wait for a place in the queue",
                metrics,
                pool -> pool.decisionPlaces.getQueueLength());
    }

    /** Does it soon. @throws Problem {@code busy} when the queue is full */
    <T> T soon(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw Problem.busy(retryAfter());
        }
        return run(work, places);
    }

    /** Does it when there is a place, and waits for that. */
    <T> T inTurn(Supplier<T> work) throws InterruptedException {
        decisionPlaces.acquire();
        return run(work, decisionPlaces);
    }

    private <T> T run(Supplier<T> work, Semaphore place) {
        var task = new FutureTask<>(() -> timed(work));
        try {
            threads.execute(task);
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException("Face work failed", e.getCause());
        } catch (InterruptedException e) {
            task.cancel(false);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The server is stopping", e);
        } finally {
            place.release();
        }
    }

    private <T> T timed(Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            long taken = System.nanoTime() - start;
            usualNanos.updateAndGet(usual -> usual + (taken - usual) / 8);
        }
    }

    private Duration retryAfter() {
        var wait = Duration.ofNanos(usualNanos.get() * (threads.getQueue().size() + 1) / threads.getMaximumPoolSize());
        if (wait.compareTo(SHORTEST_WAIT) < 0) {
            return SHORTEST_WAIT;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private void gauge(String name, String description, MeterRegistry metrics, ToDoubleFunction<FacePool> measure) {
        Gauge.builder(name, this, measure).description(description).register(metrics);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
