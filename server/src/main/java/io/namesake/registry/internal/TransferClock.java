package io.namesake.registry.internal;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sees to it that transfers go on when their time is over. Several nodes can do so at once: each takes what no other has. */
@Component
class TransferClock {
    private static final int AT_A_TIME = 500;

    private final TransferTable transfers;
    private final TransferEnds ends;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TransferClock(TransferTable transfers, TransferEnds ends, TransactionTemplate transaction, Clock clock) {
        this.transfers = transfers;
        this.ends = ends;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT15S")
    void tick() {
        for (int done = 0; done < AT_A_TIME && oneWent(); done++) {
            Thread.yield();
        }
    }

    private boolean oneWent() {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var due = transfers.lockNextDue(clock.instant());
            due.ifPresent(this::goOn);
            return due.isPresent();
        }));
    }

    private void goOn(TransferTable.Row transfer) {
        boolean over = transfers.isOverOtherwise(transfer);
        ends.end(transfer, over ? TransferMachine.Step.HOLDING_ENDED : TransferMachine.Step.TIME_OVER, null);
    }
}
