package io.namesake.face.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Works through numbered tasks with some threads, each taking the next one that is free. Once a task has failed, none is begun. */
public final class Workers {
    private Workers() {}

    /** One task. */
    @FunctionalInterface
    public interface Task {
        void run(int number) throws IOException;
    }

    /** @param progress hears the number of tasks done, one call at a time */
    public static void forEach(int count, int threads, Task task, IntConsumer progress) throws IOException {
        AtomicInteger next = new AtomicInteger();
        Object turn = new Object();
        int[] done = new int[1];
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> workers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                workers.add(pool.submit(() -> {
                    try {
                        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                            task.run(i);
                            synchronized (turn) {
                                progress.accept(++done[0]);
                            }
                        }
                        return null;
                    } catch (Throwable failed) {
                        // Told by whoever fails: they are waited for one after the other, and the first may have hours
                        // of work left.
                        next.set(count);
                        throw failed;
                    }
                }));
            }
            for (Future<?> worker : workers) {
                await(worker, () -> next.set(count));
            }
        }
    }

    private static void await(Future<?> worker, Runnable stop) throws IOException {
        try {
            worker.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException unreadable -> throw unreadable;
                case RuntimeException fault -> throw fault;
                case Error error -> throw error;
                default -> throw new IllegalStateException(failed.getCause());
            }
        } catch (InterruptedException interrupted) {
            stop.run();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
