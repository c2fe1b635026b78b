package io.namesake.provisioning.radius;

import io.namesake.database.CurrentScope;
import io.namesake.database.Scope;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells what is due, as long as the server runs: at once when told that something new is there, and otherwise as often as the
 * settings say. Stopping, it takes nothing more and lets the requests under way come to their end.
 */
@Component
class NoticeWorker implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(NoticeWorker.class);

    private static final Scope SCOPE = Scope.ofSystem("notices to access servers");
    private static final Duration DATABASE_ANSWERS_WITHIN = Duration.ofSeconds(2);

    private final Notices notices;
    private final RadiusSettings settings;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean running;
    private Thread thread = new Thread();
    private ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    NoticeWorker(Notices notices, RadiusSettings settings) {
        this.notices = notices;
        this.settings = settings;
    }

    /** Something is due, or there is room again for something that is. */
    void wake() {
        news.release();
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            senders = Executors.newVirtualThreadPerTaskExecutor();
            thread = Thread.ofVirtual().name("radius-worker").start(() -> CurrentScope.run(SCOPE, this::work));
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        wake();
        try {
            // Interrupted while it talks to the database, it would lose what it just leased: only if it hangs there.
            if (!thread.join(DATABASE_ANSWERS_WITHIN)) {
                thread.interrupt();
            }
            senders.shutdown();
            if (!senders.awaitTermination(settings.lease().toMillis(), TimeUnit.MILLISECONDS)) {
                senders.shutdownNow();
            }
        } catch (InterruptedException e) {
            senders.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        var free = new Semaphore(settings.concurrency());
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
                for (var notice : notices.lease(room)) {
                    taken++;
                    senders.execute(() -> CurrentScope.run(SCOPE, () -> send(notice, free)));
                }
            }
        } catch (RuntimeException e) {
            complain("look for notices", e);
        } finally {
            free.release(room - taken);
        }
        if (taken == 0 && running) {
            news.tryAcquire(settings.pollInterval().toNanos(), TimeUnit.NANOSECONDS);
            news.drainPermits();
        }
    }

    private void send(Notice notice, Semaphore free) {
        try {
            notices.attempt(notice);
        } catch (RuntimeException e) {
            complain("record an attempt", e);
        } finally {
            free.release();
            wake();
        }
    }

    /** Without the message, which may repeat an address or SQL. The database may be away for a moment: we go on trying. */
    private static void complain(String what, RuntimeException e) {
        log.warn("Could not {}: {}", what, e.getClass().getName());
    }
}
