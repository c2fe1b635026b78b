package io.namesake.provisioning.activation;

import io.namesake.access.OperatorId;
import io.namesake.registry.LineLimited;
import io.namesake.registry.LineStatus;
import io.namesake.registry.LineStatusChanged;
import io.namesake.registry.Lines;
import io.namesake.registry.SimDescribed;
import java.time.Clock;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hears what became of lines. What counts is how the line stands when the server is told, so events that come twice do no harm. */
@Component("activationLineChanges")
class LineChanges {
    private final Activations activations;
    private final Lines lines;
    private final ActivationTable table;
    private final ActivationWorker worker;
    private final Clock clock;

    LineChanges(Activations activations, Lines lines, ActivationTable table, ActivationWorker worker, Clock clock) {
        this.activations = activations;
        this.lines = lines;
        this.table = table;
        this.worker = worker;
        this.clock = clock;
    }

    /** Of a line that is only asked for, the network is told nothing. */
    @ApplicationModuleListener
    void on(LineStatusChanged event) {
        if (event.to() != LineStatus.PENDING) {
            tell(event.operatorId(), event.lineId());
        }
    }

    @ApplicationModuleListener
    void on(LineLimited event) {
        tell(event.operatorId(), event.lineId());
    }

    /** Its first SIM, or another. */
    @ApplicationModuleListener
    void on(SimDescribed event) {
        lines.byId(event.lineId())
                .filter(line -> line.status() != LineStatus.PENDING)
                .ifPresent(line -> tell(event.operatorId(), line.id()));
    }

    private void tell(OperatorId operator, UUID line) {
        if (activations.server(operator).isPresent()) {
            table.add(operator, line, clock.instant());
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    worker.wake();
                }
            });
        }
    }
}
