package io.namesake.crypto;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals again, bit by bit, what an earlier primary key sealed. Several servers may do it at the same time. */
@Component
class Resealer {
    private static final Logger log = LoggerFactory.getLogger(Resealer.class);
    private static final int AT_A_TIME = 100;

    private final List<Resealable> columns;
    private final TransactionTemplate transaction;

    Resealer(List<Resealable> columns, TransactionTemplate transaction) {
        this.columns = columns;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void resealAll() {
        columns.forEach(this::reseal);
    }

    private void reseal(Resealable column) {
        int all = 0;
        for (int some = AT_A_TIME; some > 0; all += some) {
            some = transaction.execute(_ -> column.resealSome(AT_A_TIME));
        }
        if (all > 0) {
            log.info("Moved {} values of {} to the primary key", all, column.column());
        }
    }
}
