package io.namesake.provisioning.outbox;

import io.namesake.database.CurrentScope;
import io.namesake.database.Scope;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends what is due, as long as the server runs: at once when told that something new is there, and otherwise as often as its pace
 * says. Stopping, it takes nothing more and lets the attempts under way come to their end.
 *
 * @param <T> what is sent, leased to this worker
 */
public abstract class OutboxWorker<T> implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OutboxWorker.class);

    private static final Duration DATABASE_ANSWERS_WITHIN = Duration.ofSeconds(2);

    private final String name;
    private final Scope scope;
    private final Pace pace;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean running;
    private Thread thread = new Thread();
    private ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    /** @param name what is sent, for the log and the thread's name */
    protected OutboxWorker(String name, Pace pace) {
        this.name = name;
        // What is due is due for every operator.
        this.scope = Scope.ofSystem(name);
        this.pace = pace;
    }

    /**
     * How fast.
     *
     * @param concurrency how many attempts may be under way at a time, 1 or more
     * @param pollInterval how often to look for what became due
     * @param attempt how long an attempt may take, which is how long the end of the server waits for one
     */
    public record Pace(int concurrency, Duration pollInterval, Duration attempt) {}

    /** What is due now, taken into our hands. @param most at most so many */
    protected abstract List<T> lease(int most);

    /** Makes one attempt and records what came of it. */
    protected abstract void attempt(T leased);

    /** Something is due, or there is room again for something that is. */
    public final void wake() {
        news.release();
    }

    @Override
    public final synchronized void start() {
        if (!running) {
            running = true;
            senders = Executors.newVirtualThreadPerTaskExecutor();
            thread = Thread.ofVirtual().name(name + "-worker").start(() -> CurrentScope.run(scope, this::work));
        }
    }

    @Override
    public final synchronized void stop() {
        running = false;
        wake();
        try {
            // Interrupted while it talks to the database, it would lose what it just leased: only if it hangs there.
            if (!thread.join(DATABASE_ANSWERS_WITHIN)) {
                thread.interrupt();
            }
            senders.shutdown();
            if (!senders.awaitTermination(pace.attempt().toMillis(), TimeUnit.MILLISECONDS)) {
                senders.shutdownNow();
            }
        } catch (InterruptedException e) {
            senders.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    private void work() {
        var free = new Semaphore(pace.concurrency());
        try {
            while (running) {
                takeAndSend(free);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeAndSend(Semaphore free) throws InterruptedException {
        free.acquire();
        int room = 1 + free.drainPermits();
        int taken = 0;
        try {
            if (running) {
                for (var leased : lease(room)) {
                    taken++;
                    senders.execute(() -> CurrentScope.run(scope, () -> send(leased, free)));
                }
            }
        } catch (RuntimeException e) {
            complain("look for what is due", e);
        } finally {
            free.release(room - taken);
        }
        if (taken == 0 && running) {
            news.tryAcquire(pace.pollInterval().toNanos(), TimeUnit.NANOSECONDS);
            news.drainPermits();
        }
    }

    private void send(T leased, Semaphore free) {
        try {
            attempt(leased);
        } catch (RuntimeException e) {
            complain("record an attempt", e);
        } finally {
            free.release();
            wake();
        }
    }

    /** Without the message, which may repeat an address or SQL. The database may be away for a moment: we go on trying. */
    private void complain(String what, RuntimeException e) {
        log.warn("{}: could not {}: {}", name, what, e.getClass().getName());
    }
}
