package io.namesake.remediation.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Sets alarms, within the caller's transaction: they exist exactly when what they are for does. An alarm is never moved or taken
 * back. Each step of a case sets one of its own, and one that comes for a step that is past finds nothing due.
 */
@Component
class Timers {
    static final String TABLE = "remediation_timer";

    private final SchedulerClient client;

    Timers(DataSource dataSource) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .tableName(TABLE)
                .build();
    }

    /** What an alarm is for. */
    enum Kind {
        CASE,
        NOTICE,
        CAMPAIGN;

        String task() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param id of the case, notice or campaign
     * @param number of the step or attempt, so that each has an alarm of its own
     */
    void set(Kind kind, Object id, int number, Instant at) {
        client.scheduleIfNotExists(new TaskInstance<Void>(kind.task(), id + "@" + number), at);
    }
}
