package io.namesake.privacy.internal;

import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.privacy.Expiring;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sees to it that nothing is kept longer than was said. What is erased is logged as a number, in the transaction that erases. */
@Component
class RetentionClock {
    private static final Logger log = LoggerFactory.getLogger(RetentionClock.class);
    private static final int AT_A_TIME = 500;

    private final List<Expiring> kinds;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RetentionClock(List<Expiring> kinds, AuditLog audit, TransactionTemplate transaction, Clock clock) {
        this.kinds = kinds;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void tick() {
        for (var kind : kinds) {
            try {
                erase(kind);
            } catch (RuntimeException e) {
                // Whatever holds one kind back must not keep the others.
                log.error(
                        "What was kept long enough could not be erased: {}",
                        kind.kind().slug(),
                        e);
            }
        }
    }

    private void erase(Expiring kind) {
        var now = clock.instant();
        int erased;
        do {
            erased = transaction.execute(_ -> {
                int some = kind.eraseSome(now, AT_A_TIME);
                if (some > 0) {
                    audit.append(new AuditEntry(
                            null, "retention.erased", kind.kind().slug(), Map.of("count", String.valueOf(some))));
                }
                return some;
            });
        } while (erased > 0);
    }
}
