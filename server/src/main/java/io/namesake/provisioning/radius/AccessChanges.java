package io.namesake.provisioning.radius;

import io.namesake.access.OperatorId;
import io.namesake.registry.LineLimited;
import io.namesake.registry.LineStatusChanged;
import io.namesake.registry.Lines;
import io.namesake.registry.Service;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears what became of internet lines. What counts is how the line stands when it is heard, so events that come twice, or in another
 * order, do no harm; and a limit that is not about data ends nobody's session.
 */
@Component
class AccessChanges {
    private final AccessServers servers;
    private final AccessPolicy policy;
    private final Lines lines;
    private final NoticeTable notices;
    private final NoticeWorker worker;
    private final JdbcClient jdbc;
    private final Clock clock;

    AccessChanges(
            AccessServers servers,
            AccessPolicy policy,
            Lines lines,
            NoticeTable notices,
            NoticeWorker worker,
            JdbcClient jdbc,
            Clock clock) {
        this.servers = servers;
        this.policy = policy;
        this.lines = lines;
        this.notices = notices;
        this.worker = worker;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(LineStatusChanged event) {
        if (event.service() == Service.INTERNET) {
            changed(
                    event.operatorId(),
                    event.lineId(),
                    LineState.valueOf(event.from().name()));
        }
    }

    @ApplicationModuleListener
    void on(LineLimited event) {
        if (event.line().service() == Service.INTERNET) {
            changed(event.operatorId(), event.lineId(), LineState.ACTIVE);
        }
    }

    /** @param before what holds for its sessions where it was never noted */
    private void changed(OperatorId operator, UUID lineId, LineState before) {
        if (servers.of(operator).isEmpty()) {
            return;
        }
        // The lock first: what is read afterwards is not older than what another listener of this line has read.
        jdbc.sql("insert into line_access (line_id, state) values (:line, :state) on conflict do nothing")
                .param("line", lineId)
                .param("state", before.name())
                .update();
        var told = jdbc.sql("select state from line_access where line_id = :line for update")
                .param("line", lineId)
                .query((row, number) -> LineState.valueOf(row.getString("state")))
                .single();
        var now = lines.byId(lineId).map(LineState::of).orElse(told);
        if (now == told) {
            return;
        }
        jdbc.sql("update line_access set state = :state where line_id = :line")
                .param("state", now.name())
                .param("line", lineId)
                .update();
        if (concernsSessions(operator, told, now) && notices.add(operator, lineId, clock.instant()) > 0) {
            wakeAfterCommit();
        }
    }

    /** A line that was off has none; and one whose answer stays the same has those that it should have. */
    private boolean concernsSessions(OperatorId operator, LineState told, LineState now) {
        var before = policy.of(operator, told);
        return before.access() != Access.CLOSED && !before.equals(policy.of(operator, now));
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                worker.wake();
            }
        });
    }
}
