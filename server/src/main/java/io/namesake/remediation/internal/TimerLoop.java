package io.namesake.remediation.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.namesake.database.CurrentScope;
import io.namesake.database.Scope;
import io.namesake.remediation.internal.Timers.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Wakes whatever is due, as long as the server runs. Several servers share the work by the database's row locks; what a server had
 * taken when it died is taken over once its heartbeats are missed. Work may be done twice then, and takes it well.
 */
@Component
class TimerLoop implements SmartLifecycle {
    private static final int THREADS = 4;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    /** The default, half an hour, is longer than anybody waits; what is cut off is done again. */
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final Clock clock;
    private final Map<Kind, Consumer<UUID>> work;
    private volatile @Nullable Scheduler scheduler;

    @Autowired
    TimerLoop(DataSource dataSource, Clock clock, Cases cases, Notices notices, CampaignBeat campaigns) {
        this(
                dataSource,
                clock,
                Map.of(
                        Kind.CASE, cases::timePassed,
                        Kind.NOTICE, notices::attempt,
                        Kind.CAMPAIGN, campaigns::tick));
    }

    /** @param work what each kind of alarm wakes; it takes being woken twice well */
    TimerLoop(DataSource dataSource, Clock clock, Map<Kind, Consumer<UUID>> work) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.work = Map.copyOf(work);
    }

    @Override
    public synchronized void start() {
        if (scheduler == null) {
            var made = Scheduler.create(
                            dataSource,
                            work.entrySet().stream()
                                    .<Task<?>>map(each -> task(each.getKey(), each.getValue()))
                                    .toList())
                    .tableName(Timers.TABLE)
                    .threads(THREADS)
                    .executorService(Executors.newFixedThreadPool(
                            THREADS, Thread.ofVirtual().name("remediation-", 0).factory()))
                    .pollUsingLockAndFetch(0.5, 1.0)
                    .pollingInterval(POLL)
                    .heartbeatInterval(HEARTBEAT)
                    .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                    // Not the machine's name, which is the default.
                    .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                    .shutdownMaxWait(STOPS_WITHIN)
                    .failureLogging(LogLevel.WARN, false)
                    .clock(clock::instant)
                    .build();
            made.start();
            scheduler = made;
        }
    }

    @Override
    public synchronized void stop() {
        var running = scheduler;
        if (running != null) {
            running.stop();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    private static OneTimeTask<Void> task(Kind kind, Consumer<UUID> work) {
        return Tasks.oneTime(kind.task())
                .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_RETRY))
                .onDeadExecutionRevive()
                .execute((instance, context) ->
                        CurrentScope.run(Scope.ofSystem("timer"), () -> work.accept(idIn(instance.getId()))));
    }

    private static UUID idIn(String instance) {
        return UUID.fromString(instance.substring(0, instance.indexOf('@')));
    }
}
